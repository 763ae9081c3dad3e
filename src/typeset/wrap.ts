import { displayWidth } from './display-width.ts'
import { splitWords } from './split-words.ts'

export interface WrapOptions {
  /** Columns of a line, prefixes included, or 0 for no wrapping. */
  width: number
  /** The prefix of the first line. */
  first?: string
  /** The prefix of every other line; by default the same as `first`. */
  rest?: string
}

/** However long the prefix, a line has room for a few words. */
const NARROWEST = 16

/**
 * Wraps text by the columns that it occupies on screen. A URL, a merge tag or a word longer than a line is not broken and
 * exceeds the width.
 * @param text prose; its own line breaks are retained
 * @returns lines separated by `\n`, without trailing spaces
 */
export function wrap(text: string, { width, first = '', rest = first }: WrapOptions): string {
  const lines: string[] = []
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const prefix = lines.length === 0 ? first : rest
    lines.push(...fill(line.trim(), width, prefix, rest))
  }
  return lines.join('\n')
}

/** Wraps one line, greedily. */
function fill(text: string, width: number, first: string, rest: string): string[] {
  if (width === 0) return [(first + text).trimEnd()]
  const measureRoom = (prefix: string) => Math.max(Math.min(NARROWEST, width), width - displayWidth(prefix))
  const [firstRoom, room] = [measureRoom(first), measureRoom(rest)]
  const lines: string[] = []
  let line = ''
  let used = 0
  let gap = ''
  for (const word of splitWords(text, room)) {
    const columns = displayWidth(word.text)
    const together = used + displayWidth(gap) + columns
    const isFirst = lines.length === 0
    if (line !== '' && together > (isFirst ? firstRoom : room)) {
      lines.push((isFirst ? first : rest) + line)
      line = word.text
      used = columns
    } else {
      line += gap + word.text
      used = together
    }
    gap = word.gap
  }
  lines.push((lines.length === 0 ? first : rest) + line)
  return lines.map((each) => each.trimEnd())
}
