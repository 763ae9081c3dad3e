import type { VFile } from 'vfile'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import { formatFurtherReading } from './format-further-reading.ts'

export interface GithubOptions {
  /** Leaves out messages of severity `info`. */
  quiet?: boolean
  /** A file's path in the repository; `undefined` for a file outside of it. */
  resolveRepositoryPath(file: VFile): string | undefined
}

const commands = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Formats messages as workflow commands of GitHub Actions, which become annotations:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 * @returns one line for each message
 */
export function formatGithub(files: Iterable<VFile>, options: GithubOptions): string {
  const byPath = new Map([...files].map((file) => [file.path, file]))
  return createMessageRecords(byPath.values())
    .filter(({ severity }) => !options.quiet || severity !== 'info')
    .map((record) => formatCommand(record, byPath.get(record.file), options))
    .join('')
}

function formatCommand(record: MessageRecord, file: VFile | undefined, options: GithubOptions): string {
  const path = file && options.resolveRepositoryPath(file)
  const properties = Object.entries({
    ...(path !== undefined && { file: path, ...createPositionProperties(record) }),
    ...(record.rule !== null && { title: record.rule }),
  }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const place = [record.file, record.line, record.column].filter((part) => part !== null).join(':')
  const reason = path === undefined ? `${place}: ${record.reason}` : record.reason
  const text = [reason, record.note, formatFurtherReading(record)].filter((part) => part !== null).join('\n')
  const head = [commands[record.severity], properties.join(',')].filter((part) => part !== '').join(' ')
  return `::${head}::${escapeData(text)}\n`
}

/** GitHub rejects columns for a range of several lines. */
function createPositionProperties({
  line,
  column,
  endLine,
  endColumn,
}: MessageRecord): Record<string, number> {
  if (line === null) return {}
  if (endLine !== null && endLine !== line) return { line, endLine }
  return {
    line,
    ...(column !== null && { col: column }),
    ...(endLine !== null && { endLine }),
    ...(column !== null && endColumn !== null && { endColumn }),
  }
}

/** As `escapeData` of https://github.com/actions/toolkit does. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
