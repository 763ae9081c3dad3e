/** Formats the URL fragment of an issue: `#issues/2024-11-28-sora.md`. */
export function toHash(source: string): string {
  return `#${encodeURIComponent(source).replaceAll('%2F', '/')}`
}

/** Parses the issue from a URL fragment; empty for none. */
export function parseHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}
