/**
 * A size for a person to read: `512 B`, `14.2 kB`, `3.1 MB`. A kilobyte is 1000 bytes, as the SI says.
 * @param bytes a whole number
 */
export function formatByteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const kilobytes = bytes / 1000
  return kilobytes < 999.95 ? `${kilobytes.toFixed(1)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`
}
