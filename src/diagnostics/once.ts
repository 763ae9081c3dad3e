/**
 * Two messages on a file are the same if they have the same rule, reason, line and column (or both no place). An issue is
 * rendered for each target and as a web copy, and its template is shared with other issues; a mistake is reported once.
 *
 * - Mistakes on one line, at different columns, are different messages.
 * - Note, URL and end of the place are not compared: they follow from rule and place, or are advice for one target.
 * - Severity is not compared either: of two messages that are the same, the more severe one stays.
 * - Reasons are compared as they are printed, except for what a caller masks: `mergeTargetMessages`.
 */
import type { VFileMessage } from 'vfile-message'
import { findPosition, formatMessageKey, formatPlaceKey, replaceMessage } from './message-index.ts'
import { isMoreSevere } from './severity.ts'

/**
 * Adds a message to a file's, unless it is there already.
 * @returns the message that is there afterwards: the more severe of the two
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
 * Adds the messages of a copy of a file, or of an earlier run, each once.
 * @param messages the file's; changed in place
 */
export function mergeMessages(messages: VFileMessage[], others: Iterable<VFileMessage>): void {
  for (const other of others) addOnce(messages, other)
}

/**
 * Adds the messages of another target's rendering. Two messages that only one of the targets has each are the same if
 * they differ only in what is masked; the first target's stays.
 * @param messages the file's; changed in place
 * @param mask a message's reason without what depends on the target, such as the form of a tag
 */
export function mergeTargetMessages(
  messages: VFileMessage[],
  others: readonly VFileMessage[],
  mask: (message: VFileMessage) => string,
): void {
  const otherKeys = new Set(others.map(formatMessageKey))
  const unmatched = messages.filter((known) => !otherKeys.has(formatMessageKey(known)))
  const formatMaskedKey = (message: VFileMessage) => `${formatPlaceKey(message)}:${mask(message)}`
  // The last of each list is the first in the file.
  const byKey = new Map<string, VFileMessage[]>()
  for (const known of unmatched.reverse()) {
    const key = formatMaskedKey(known)
    const candidates = byKey.get(key)
    if (candidates) candidates.push(known)
    else byKey.set(key, [known])
  }
  for (const other of others) {
    const isKnown = findPosition(messages, other) !== undefined
    const counterpart = isKnown ? undefined : byKey.get(formatMaskedKey(other))?.pop()
    if (!counterpart) {
      addOnce(messages, other)
      continue
    }
    const position = findPosition(messages, counterpart)
    if (position !== undefined && isMoreSevere(other, counterpart)) replaceMessage(messages, position, other)
  }
}
