import picocolors from 'picocolors'
import type { VFile } from 'vfile'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import { wrap } from '../typeset/wrap.ts'
import { formatCodeFrame } from './format-code-frame.ts'
import { formatFurtherReading } from './format-further-reading.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'
import { splitSourceLines } from './source-lines.ts'

export interface PrettyOptions {
  colour: boolean
  /** The terminal's width in columns; 100 by default. */
  width?: number
  /** Leaves out messages of severity `info`. */
  quiet?: boolean
  /** Leaves out messages for which it returns false. */
  filter?(record: MessageRecord): boolean
  /** A file's path as it is printed; by default its `path`. */
  formatPath?(file: VFile): string
}

/**
 * Formats messages for people: each with its position, a code frame and what to do.
 * @returns blocks of lines, each followed by an empty line; empty when there are no messages
 */
export function formatPretty(files: Iterable<VFile>, options: PrettyOptions): string {
  const byPath = new Map(
    [...files].map((file) => [file.path, { file, lines: splitSourceLines(String(file)) }]),
  )
  return createMessageRecords(files)
    .filter((record) => !(options.quiet && record.severity === 'info') && options.filter?.(record) !== false)
    .map((record) => formatMessage(record, byPath.get(record.file), options))
    .join('')
}

interface Source {
  file: VFile
  lines: string[]
}

function formatMessage(record: MessageRecord, source: Source | undefined, options: PrettyOptions): string {
  const { file, lines: sourceLines = [] } = source ?? {}
  const colours = picocolors.createColors(options.colour)
  const width = Math.max(options.width ?? 100, 40)
  const path = file && options.formatPath ? options.formatPath(file) : record.file
  const place = [path, record.line, record.column].filter((part) => part !== null).join(':')
  const paint = { error: colours.red, warning: colours.yellow, info: colours.blue }[record.severity]
  const rule = record.rule ? `  ${colours.dim(`(${replaceControlCharacters(record.rule)})`)}` : ''
  const lines = [
    `${colours.bold(replaceControlCharacters(place))}  ${paint(record.severity)}  ${replaceControlCharacters(record.reason)}${rule}`,
  ]
  const frame = formatCodeFrame(sourceLines, record, { width, dim: colours.dim, paint })
  if (frame.length > 0) lines.push('', ...frame)
  const hints: string[] = []
  if (record.note) hints.push(formatNote(record.note, Math.min(width, 90)))
  const further = formatFurtherReading(record)
  if (further !== null) hints.push(`  ${replaceControlCharacters(further)}`)
  if (hints.length > 0) lines.push(...(frame.length > 0 ? [''] : []), ...hints)
  return `${lines.join('\n')}\n\n`
}

/** Wraps each line of a note by itself. List items have a hanging indent; lines to copy begin with spaces and are not wrapped. */
function formatNote(note: string, width: number): string {
  const lines = note.split('\n').map((line) => {
    if (line.startsWith('  ')) return `  ${replaceControlCharacters(line)}`
    const item = line.startsWith('- ')
    return wrap(replaceControlCharacters(item ? line.slice(2) : line), {
      width,
      first: item ? '  - ' : '  ',
      rest: item ? '    ' : '  ',
    })
  })
  return lines.join('\n')
}
