/** Formats a number of bytes: `4.52 KB`, `412 KB`, `1.23 MB`. 1 KB is 1,000 bytes. */
export function formatKilobytes(bytes: number): string {
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${Number(value.toPrecision(3))} ${unit}`
}
