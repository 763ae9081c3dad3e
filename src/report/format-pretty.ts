import picocolors from 'picocolors'
import type { VFile } from 'vfile'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import { wrap } from '../typeset/wrap.ts'
import { formatCodeFrame } from './format-code-frame.ts'
import { formatFurtherReading } from './format-further-reading.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'
import {
  formatOmission,
  formatOthers,
  type OmittedMessages,
  type ShownMessage,
  shortenMessages,
} from './shorten-messages.ts'
import { splitSourceLines } from './source-lines.ts'

export interface PrettyOptions {
  colour: boolean
  /** The terminal's width in columns; 100 by default. */
  width?: number
  /** Leaves out messages of severity `info`. */
  quiet?: boolean
  /**
   * Shortens messages that are repeated, as `issue check` does without `--verbose`: a note is printed once, so is the same
   * message in several files, and a file's messages of a rule are only counted from the sixth on.
   */
  brief?: boolean
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
  const records = createMessageRecords(files).filter(
    (record) => !(options.quiet && record.severity === 'info') && options.filter?.(record) !== false,
  )
  const shown = options.brief
    ? shortenMessages(records)
    : records.map((record) => ({
        record,
        hasFrame: true,
        hasNote: true,
        hasFurtherReading: true,
        others: [],
      }))
  const formatPath = (path: string) => {
    const file = byPath.get(path)?.file
    return file && options.formatPath ? options.formatPath(file) : path
  }
  const firstOmission = shown.find((each) => 'omitted' in each)
  return shown
    .map((each) =>
      'omitted' in each
        ? formatOmitted(each, byPath.get(each.omitted[0].file), options, each === firstOmission)
        : formatMessage(each, byPath.get(each.record.file), options, formatOthers(each, formatPath)),
    )
    .join('')
}

interface Source {
  file: VFile
  lines: string[]
}

function formatMessage(
  { record, hasFrame, hasNote, hasFurtherReading }: ShownMessage,
  source: Source | undefined,
  options: PrettyOptions,
  others: string | null,
): string {
  const colours = picocolors.createColors(options.colour)
  const width = Math.max(options.width ?? 100, 40)
  const rule = record.rule ? `  ${colours.dim(`(${replaceControlCharacters(record.rule)})`)}` : ''
  const place = [record.line, record.column].filter((part) => part !== null)
  const lines = [formatHead(record, { source, place, text: record.reason }, options) + rule]
  const style = { width, dim: colours.dim, paint: choosePaint(record, options) }
  const frame = hasFrame ? formatCodeFrame(source?.lines ?? [], record, style) : []
  if (frame.length > 0) lines.push('', ...frame)
  const hints: string[] = []
  if (hasNote && record.note) hints.push(formatNote(record.note, Math.min(width, 90)))
  const further = hasFurtherReading ? formatFurtherReading(record) : null
  if (further !== null) hints.push(`  ${replaceControlCharacters(further)}`)
  if (others !== null) hints.push(formatNote(others, Math.min(width, 90)))
  if (hints.length > 0) lines.push(...(frame.length > 0 ? [''] : []), ...hints)
  return `${lines.join('\n')}\n\n`
}

function formatOmitted(
  omission: OmittedMessages,
  source: Source | undefined,
  options: PrettyOptions,
  isFirst: boolean,
): string {
  const text = formatOmission(omission)
  // An error has to be mended wherever it is.
  const hint =
    isFirst || omission.omitted[0].severity === 'error' ? '  `--verbose` prints all of them.\n' : ''
  return `${formatHead(omission.omitted[0], { source, place: [], text }, options)}\n${hint}\n`
}

/** Formats the line that a message begins with, without its rule. */
function formatHead(
  record: MessageRecord,
  { source, place, text }: { source: Source | undefined; place: number[]; text: string },
  options: PrettyOptions,
): string {
  const path = source && options.formatPath ? options.formatPath(source.file) : record.file
  const shownPlace = replaceControlCharacters([path, ...place].join(':'))
  const { bold } = picocolors.createColors(options.colour)
  return `${bold(shownPlace)}  ${choosePaint(record, options)(record.severity)}  ${replaceControlCharacters(text)}`
}

function choosePaint({ severity }: MessageRecord, { colour }: PrettyOptions): (text: string) => string {
  const { red, yellow, blue } = picocolors.createColors(colour)
  return { error: red, warning: yellow, info: blue }[severity]
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
