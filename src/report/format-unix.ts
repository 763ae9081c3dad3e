import type { VFile } from 'vfile'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'

export interface UnixOptions {
  /** Leaves out messages of severity `info`. */
  quiet?: boolean
  /** A file's path as it is printed; by default its `path`. */
  formatPath?(file: VFile): string
}

/**
 * Formats messages for editors, a line for each, as ESLint's formatter of this name does:
 * `issues/a.md:3:5: Missing text [error/link-text]`. Notes are left out.
 * https://www.gnu.org/prep/standards/html_node/Errors.html
 * @returns one line for each message. A message about a whole file points at its first line, since editors need a number
 */
export function formatUnix(files: Iterable<VFile>, { quiet, formatPath }: UnixOptions = {}): string {
  const byPath = new Map([...files].map((file) => [file.path, file]))
  const showPath = (record: MessageRecord) => {
    const file = byPath.get(record.file)
    return file && formatPath ? formatPath(file) : record.file
  }
  return createMessageRecords(byPath.values())
    .filter(({ severity }) => !quiet || severity !== 'info')
    .map((record) => `${replaceControlCharacters(formatLine(record, showPath(record)))}\n`)
    .join('')
}

function formatLine({ line, column, severity, rule, reason }: MessageRecord, path: string): string {
  const label = rule === null ? severity : `${severity}/${rule}`
  return `${path}:${line ?? 1}:${column ?? 1}: ${reason.replace(/\s+/g, ' ')} [${label}]`
}
