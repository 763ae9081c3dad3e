/** How many lines a message lists. */
const listedLines = 5

/**
 * Formats the lines of a message's other places: `, also in lines 8 and 12`.
 * @param lines all lines, beginning with that of the message itself
 * @returns `''` when there are no others
 */
export function formatOtherLines([first, ...others]: readonly number[]): string {
  const lines = [...new Set(others)].filter((line) => line !== first).sort((one, other) => one - other)
  if (lines.length === 0) return ''
  const hidden = lines.length - listedLines
  const listed = lines.slice(0, listedLines).map(String)
  const shown = hidden > 0 ? [...listed, `${hidden} more`] : listed
  const last = shown.pop()
  const list = shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
  return `, also in ${lines.length === 1 ? 'line' : 'lines'} ${list}`
}
