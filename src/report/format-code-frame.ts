import { displayWidth } from '../typeset/display-width.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'
import { truncateAround } from './truncate.ts'

/** A range in a text; lines and columns count from 1, columns in UTF-16 units. */
export interface FrameRange {
  line: number | null
  column: number | null
  endLine: number | null
  endColumn: number | null
}

export interface FrameStyle {
  /** In columns, including the gutter. */
  width: number
  dim(text: string): string
  paint(text: string): string
}

const contextBefore = 2
const contextAfter = 1

/**
 * Formats the line of a message with a few lines around it, and carets below the range.
 * @param lines of the whole file
 * @param range a range of several lines is marked on its first line only, to the end of that line
 * @returns the lines of the frame; none when the range has no line, or one that the file does not have
 */
export function formatCodeFrame(lines: readonly string[], range: FrameRange, style: FrameStyle): string[] {
  const { line, column } = range
  if (line === null || line < 1 || line > lines.length) return []
  const first = Math.max(1, line - contextBefore)
  const last = Math.min(lines.length - (lines.at(-1) === '' ? 1 : 0), line + contextAfter)
  const gutter = String(Math.max(last, line)).length
  const width = style.width - gutter - 5
  const frame: string[] = []
  for (let number = first; number <= Math.max(last, line); number++) {
    const source = lines[number - 1] ?? ''
    const [start, end] = number === line && column !== null ? resolveSpan(source, range) : [0, 0]
    const cut = truncateAround(replaceControlCharacters(source), start, end, width)
    const pointer = number === line ? style.paint('>') : ' '
    frame.push(`${pointer} ${style.dim(`${String(number).padStart(gutter)} |`)} ${cut.text}`.trimEnd())
    if (number !== line || column === null) continue
    const indent = ' '.repeat(displayWidth(cut.before))
    const carets = '^'.repeat(Math.max(1, displayWidth(cut.marked)))
    frame.push(`  ${' '.repeat(gutter)} ${style.dim('|')} ${indent}${style.paint(carets)}`)
  }
  return frame
}

/** The part of the line that is marked, in UTF-16 units from its start. */
function resolveSpan(source: string, { line, column, endLine, endColumn }: FrameRange): [number, number] {
  const start = Math.min((column ?? 1) - 1, source.length)
  const beyond = endLine !== null && endLine > (line ?? 0)
  const end = beyond ? source.length : Math.min((endColumn ?? start + 1) - 1, source.length)
  return [start, Math.max(end, start)]
}
