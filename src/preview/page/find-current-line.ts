/**
 * Where a line of an older text is in a newer one: the line that says the same, of several the nearest. A line that was
 * changed is told by the one before it.
 * @param line counted from 1
 */
export function findCurrentLine(line: number, older: string, newer: string): number {
  const before = older.split('\n')
  const after = newer.split('\n')
  for (let anchor = line; anchor >= 1; anchor--) {
    const text = before[anchor - 1] ?? ''
    const found = text.trim() === '' ? undefined : findNearest(after, text, anchor)
    if (found !== undefined) return Math.min(found + line - anchor, after.length)
  }
  return Math.min(line, after.length)
}

function findNearest(lines: readonly string[], text: string, line: number): number | undefined {
  const found = lines.flatMap((other, index) => (other === text ? [index + 1] : []))
  return found.sort((a, b) => Math.abs(a - line) - Math.abs(b - line))[0]
}
