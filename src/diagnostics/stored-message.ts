/** Messages as plain data that can be stored, and read again later, with all that is reported or changes their level. */
import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { isMarkedConfigurable, markConfigurable } from './rule-levels.ts'
import { readSeverity, type Severity, setSeverity } from './severity.ts'

/** A message as data. What is `null` is not there in the message. */
export interface StoredMessage {
  /** The path of the file that it is about, which can be one that the file with the message includes. */
  file: string | null
  reason: string
  ruleId: string | null
  source: string | null
  severity: Severity
  place: Point | Position | null
  line: number | null
  column: number | null
  note: string | null
  url: string | null
  isConfigurable: boolean
}

/** Converts a message to data. */
export function toStoredMessage(message: VFileMessage): StoredMessage {
  const { file, reason, ruleId, source, place, line, column, note, url } = message
  return {
    file: file ?? null,
    reason,
    ruleId: ruleId ?? null,
    source: source ?? null,
    severity: readSeverity(message),
    place: place ?? null,
    line: line ?? null,
    column: column ?? null,
    note: note ?? null,
    url: url ?? null,
    isConfigurable: isMarkedConfigurable(message),
  }
}

/** Formats messages as text that is equal when they are. */
export function formatMessages(messages: readonly VFileMessage[]): string {
  return messages.length === 0 ? '' : JSON.stringify(messages.map(toStoredMessage))
}

/**
 * Creates a message of a file from its data, without adding it to the file's.
 * @param file the file that it is about
 */
export function createMessage(file: VFile, stored: StoredMessage): VFileMessage {
  const { reason, ruleId, source, severity, place, line, column, note, url, isConfigurable } = stored
  const message = file.message(reason, place ? { place } : undefined)
  file.messages.pop()
  if (stored.file !== null) message.file = stored.file
  setSeverity(message, severity)
  Object.assign(message, {
    ruleId: ruleId ?? undefined,
    source: source ?? undefined,
    line: line ?? undefined,
    column: column ?? undefined,
  })
  if (note !== null) message.note = note
  if (url !== null) message.url = url
  if (isConfigurable) markConfigurable(message)
  return message
}
