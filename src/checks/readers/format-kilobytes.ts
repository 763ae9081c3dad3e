/** Bytes as a person reads them: `4.52 KB`, `412 KB`, `1.23 MB`; of thousands, not of 1,024s. */
export function formatKilobytes(bytes: number): string {
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${Number(value.toPrecision(3))} ${unit}`
}
