import { isMisspelt } from '../diagnostics/nearest.ts'

/** The opening of a block in a text: its colons, a space and its name. */
export interface Opening {
  /** As written: `:::sponsor`, `：：：sponsor`. */
  text: string
  /** As it has to be written: `:::sponsor`. */
  expected: string
  /** Its offset in the text. */
  offset: number
  isFullWidth: boolean
}

// `std::vector`, `10:30`, a part of an address and an escaped `\:::name` are text. U+FF1A is the colon of Chinese and Japanese keyboards.
const candidate = /(?<![\w:：\\/])([:：]+)([ \t]?)([a-z][\w-]*)/gi
const labelOrAttributes = /^[ \t]?[[{［｛]/

/**
 * Finds the openings of blocks in a text that the Markdown parser has read as text. A name that the template does not have
 * counts only after three colons and before a label or attributes, and one after a single colon only if it is exact.
 * @param text the text, on one or several lines
 * @param known the names of the template's blocks
 * @param isWholeLine whether only an opening that begins its line counts
 */
export function findOpenings(text: string, known: Iterable<string>, isWholeLine = false): Opening[] {
  const names = [...known]
  const found: Opening[] = []
  let lineStart = 0
  let lineEnd = -1
  for (const match of text.matchAll(candidate)) {
    const [written, colons = '', space = '', name = ''] = match
    if (match.index > lineEnd) {
      lineStart = text.lastIndexOf('\n', match.index - 1) + 1
      lineEnd = findLineEnd(text, match.index)
    }
    const before = text.slice(lineStart, match.index)
    const after = text.slice(match.index + written.length, lineEnd)
    // A cell of a table ends with `|`.
    const isAlone = before.trim() === '' && /^[\s|]*$/.test(after)
    if (isWholeLine && before.trim() !== '') continue
    const near = findName(name, names)
    const isFullWidth = colons.includes('：')
    const candidateParts = { colons: colons.length, space, name, near, isFullWidth, isAlone }
    if (!isMeant({ ...candidateParts, hasList: labelOrAttributes.test(after) })) continue
    const expected = `${':'.repeat(Math.max(2, colons.length))}${near ?? name}`
    found.push({ text: written, expected, offset: match.index, isFullWidth })
  }
  return found
}

function findLineEnd(text: string, from: number): number {
  const length = text.slice(from).search(/[\r\n]/)
  return length === -1 ? text.length : from + length
}

interface Candidate {
  colons: number
  space: string
  name: string
  /** The block of this name or one that is close to it. */
  near: string | undefined
  /** Whether a label or attributes follow. */
  hasList: boolean
  isFullWidth: boolean
  /** Whether nothing else is on its line. */
  isAlone: boolean
}

function isMeant({ colons, space, name, near, hasList, isFullWidth, isAlone }: Candidate): boolean {
  const isExact = near === name
  if (colons === 1) return hasList && isExact && space === '' && !isFullWidth
  if (colons === 2 && !isFullWidth) return near !== undefined && (hasList || (isAlone && isExact))
  if (space !== '') return near !== undefined && (hasList || isAlone)
  return near !== undefined || (hasList && colons > 2)
}

function findName(name: string, known: readonly string[]): string | undefined {
  const small = name.toLowerCase()
  return (
    known.find((each) => each === small) ?? known.find((each) => name.length > 4 && isMisspelt(small, each))
  )
}
