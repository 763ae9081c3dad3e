import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { addOnce } from './once.ts'
import { readSeverity, type Severity } from './severity.ts'

/** A message as plain data, without its file. Lines and columns count from 1, columns in UTF-16 units. */
export interface MessageRecord {
  /** The file's path relative to the newsletter's folder, with `/`. */
  file: string
  line: number | null
  column: number | null
  endLine: number | null
  /** The column after the last one of the place. */
  endColumn: number | null
  severity: Severity
  /** The rule's name. */
  rule: string | null
  reason: string
  note: string | null
  /** Where the rule is explained. */
  url: string | null
}

/**
 * Creates records of the messages of files, each message once, sorted by path, line and column.
 * @param files the same file, or a copy of it, can be among them more than once
 */
export function createMessageRecords(files: Iterable<VFile>): MessageRecord[] {
  const byPath = new Map<string, VFileMessage[]>()
  for (const { path = '', messages } of files)
    for (const message of messages) {
      const about = message.file ?? path
      const merged = byPath.get(about) ?? []
      addOnce(merged, message)
      byPath.set(about, merged)
    }
  return [...byPath]
    .flatMap(([path, messages]) => messages.map((message) => createRecord(path, message)))
    .sort(compare)
}

function createRecord(path: string, message: VFileMessage): MessageRecord {
  const { place } = message
  const start = place && 'start' in place ? place.start : place
  const end = place && 'end' in place ? place.end : undefined
  return {
    file: path,
    line: start?.line ?? message.line ?? null,
    column: start?.column ?? message.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    severity: readSeverity(message),
    rule: message.ruleId ?? null,
    reason: message.reason,
    note: message.note ?? null,
    url: message.url ?? null,
  }
}

function compare(a: MessageRecord, b: MessageRecord): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}
