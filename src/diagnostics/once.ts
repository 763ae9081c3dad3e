/**
 * When two messages on a file are one: same rule, same reason, same line and column (or both without a place). An issue
 * is rendered for each target and as a web copy, and its template serves other issues too; a mistake is reported once.
 *
 * - Two mistakes on one line, at different columns, stay two.
 * - Note, URL and end of the place do not count: they follow from rule and place, or advise for one target only.
 * - Severity does not count either: of two that are one, the graver stays.
 * - Reasons are compared as readers get them, but for what a caller masks: `mergeTargetMessages`.
 */
import type { VFileMessage } from 'vfile-message'
import { isGraver } from './severity.ts'

/** Whether two messages of one file are the same. */
export function isSameMessage(one: VFileMessage, other: VFileMessage): boolean {
  return hasSamePlace(one, other) && one.reason === other.reason
}

function hasSamePlace(one: VFileMessage, other: VFileMessage): boolean {
  return (
    (one.line ?? 0) === (other.line ?? 0) &&
    (one.column ?? 0) === (other.column ?? 0) &&
    (one.ruleId ?? '') === (other.ruleId ?? '')
  )
}

/**
 * Adds a message to a file's, unless it is there already.
 * @returns the message that is there afterwards: the graver of the two
 */
export function addOnce(messages: VFileMessage[], message: VFileMessage): VFileMessage {
  const known = messages.find((each) => isSameMessage(each, message))
  if (known) return replaceIfGraver(messages, known, message)
  messages.push(message)
  return message
}

function replaceIfGraver(messages: VFileMessage[], known: VFileMessage, message: VFileMessage): VFileMessage {
  if (!isGraver(message, known)) return known
  messages[messages.indexOf(known)] = message
  return message
}

/**
 * Adds the messages that a copy of a file, or an earlier run, has and the file has not.
 * @param messages the file's; changed in place
 */
export function mergeMessages(messages: VFileMessage[], others: Iterable<VFileMessage>): void {
  for (const other of others) addOnce(messages, other)
}

/**
 * Adds the messages of another target's rendering. Of those that each target has alone, two are one when they differ
 * in nothing but what is masked; the first target's stays.
 * @param messages the file's; changed in place
 * @param mask a message's reason without what the target decides on, such as how it writes a tag
 */
export function mergeTargetMessages(
  messages: VFileMessage[],
  others: readonly VFileMessage[],
  mask: (message: VFileMessage) => string,
): void {
  const unmatched = new Set(messages.filter((known) => !others.some((other) => isSameMessage(known, other))))
  for (const other of others) {
    const isTwin = (known: VFileMessage) => hasSamePlace(known, other) && mask(known) === mask(other)
    const isKnown = messages.some((known) => isSameMessage(known, other))
    const twin = isKnown ? undefined : [...unmatched].find(isTwin)
    if (!twin) {
      addOnce(messages, other)
      continue
    }
    unmatched.delete(twin)
    replaceIfGraver(messages, twin, other)
  }
}
