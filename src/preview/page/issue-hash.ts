/** The part of the page's address that names an issue: `#issues/2024-11-28-sora.md`. */
export function toHash(source: string): string {
  return `#${encodeURIComponent(source).replaceAll('%2F', '/')}`
}

/** The issue that an address names; empty when it names none. */
export function fromHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}
