/** Decodes the path of a URL to a path on disk. A path with an invalid escape, such as a stray `%`, is unchanged. */
export function decodePath(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
