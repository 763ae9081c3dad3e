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
import { findPosition, formatMessageKey, formatPlaceKey, replaceMessage } from './message-index.ts'
import { isMoreSevere } from './severity.ts'

/**
 * Adds a message to a file's, unless it is there already.
 * @returns the message that is there afterwards: the graver of the two
 */
export function addOnce(messages: VFileMessage[], message: VFileMessage): VFileMessage {
  const position = findPosition(messages, message)
  const known = position === undefined ? undefined : messages[position]
  if (known && !isMoreSevere(message, known)) return known
  if (position === undefined) messages.push(message)
  else replaceMessage(messages, position, message)
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
  const otherKeys = new Set(others.map(formatMessageKey))
  const unmatched = messages.filter((known) => !otherKeys.has(formatMessageKey(known)))
  const byPlace = new Map<string, VFileMessage[]>()
  for (const known of unmatched) {
    const key = formatPlaceKey(known)
    const candidates = byPlace.get(key)
    if (candidates) candidates.push(known)
    else byPlace.set(key, [known])
  }
  for (const other of others) {
    const isKnown = findPosition(messages, other) !== undefined
    const candidates = isKnown ? [] : (byPlace.get(formatPlaceKey(other)) ?? [])
    const counterpart = candidates.find((known) => mask(known) === mask(other))
    if (!counterpart) {
      addOnce(messages, other)
      continue
    }
    candidates.splice(candidates.indexOf(counterpart), 1)
    if (isMoreSevere(other, counterpart)) replaceMessage(messages, messages.indexOf(counterpart), other)
  }
}
