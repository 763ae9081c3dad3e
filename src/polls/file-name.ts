/** What two ids share when they are one file to some file systems: what differs in its capitals only. */
export function fileNameKey(id: string): string {
  return id.normalize('NFC').toLowerCase()
}
