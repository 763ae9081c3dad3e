import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** How grave a complaint is: an error keeps the issue from being written. */
export type Severity = 'error' | 'warning' | 'info'

export interface Diagnostic {
  /** The rule's name: `noun-aspect`. */
  ruleId: string
  place?: Point | Position | undefined
  /** Why, and what to do. */
  note?: string | undefined
  severity?: Severity
}

/**
 * Puts a message on a file without throwing, as `file.fail` would.
 * @param file the file that is complained about
 * @param reason what is wrong, in the messages' grammar: ``Unexpected X, expected Y``, ``Missing X in Y``, ``Cannot X``
 */
export function report(file: VFile, reason: string, complaint: Diagnostic): VFileMessage {
  const { ruleId, place, note, severity = 'error' } = complaint
  const message = file.message(reason, { ...(place && { place }), ruleId, source: 'issuepress' })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  if (note) message.note = note
  return message
}
