/** A path as it is on the disk, from an address that may be percent-encoded; a stray `%` stays as it is. */
export function decodePath(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
