/**
 * The line that a writer has just changed.
 * @returns the first line, counted from 1, in which the newer text differs; nothing when they are the same
 */
export function findChangedLine(older: string, newer: string): number | null {
  if (older === newer) return null
  const before = older.split(/\r?\n/)
  const after = newer.split(/\r?\n/)
  const index = after.findIndex((line, number) => line !== before[number])
  return index === -1 ? after.length : index + 1
}
