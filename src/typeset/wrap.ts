import { displayWidth } from './display-width.ts'
import { splitWords } from './split-words.ts'

export interface WrapOptions {
  /** Columns of a line, prefixes included; 0 wraps nothing. */
  width: number
  /** Before the first line. */
  first?: string
  /** Before every other line; the same as `first` when left out. */
  rest?: string
}

/** However long the prefix, a line has room for some words. */
const NARROWEST = 16

/**
 * Breaks text into lines by the columns that it takes on screen. What cannot be broken (a URL, a merge tag, one long
 * word) stays whole and sticks out.
 * @param text prose; its own line breaks are kept
 * @returns lines separated by `\n`, without spaces at their ends
 */
export function wrap(text: string, { width, first = '', rest = first }: WrapOptions): string {
  const lines: string[] = []
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const prefix = lines.length === 0 ? first : rest
    lines.push(...fill(line.trim(), width, prefix, rest))
  }
  return lines.join('\n')
}

/** One line of text, filled greedily. */
function fill(text: string, width: number, first: string, rest: string): string[] {
  if (width === 0) return [(first + text).trimEnd()]
  const room = (prefix: string) => Math.max(Math.min(NARROWEST, width), width - displayWidth(prefix))
  const lines: string[] = []
  let line = ''
  let used = 0
  let gap = ''
  for (const word of splitWords(text, room(rest))) {
    const columns = displayWidth(word.text)
    const prefix = lines.length === 0 ? first : rest
    if (line !== '' && used + displayWidth(gap) + columns > room(prefix)) {
      lines.push(prefix + line)
      line = word.text
      used = columns
    } else {
      line += gap + word.text
      used += displayWidth(gap) + columns
    }
    gap = word.gap
  }
  lines.push((lines.length === 0 ? first : rest) + line)
  return lines.map((each) => each.trimEnd())
}
