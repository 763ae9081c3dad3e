import type { VFileMessage } from 'vfile-message'

/**
 * Adds the messages that are not there yet: what has the same rule, reason and place is the same.
 * @param messages those of a file, added to
 */
export function addNewMessages(messages: VFileMessage[], found: readonly VFileMessage[]): void {
  const toKey = ({ ruleId, reason, line, column }: VFileMessage) =>
    JSON.stringify([ruleId, reason, line, column])
  const known = new Set(messages.map(toKey))
  messages.push(...found.filter((message) => !known.has(toKey(message))))
}
