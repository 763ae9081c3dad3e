/** A key that is equal for ids that some file systems treat as the same file: those that differ only in case or normal form. */
export function fileNameKey(id: string): string {
  return id.normalize('NFC').toLowerCase()
}
