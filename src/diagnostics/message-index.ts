/**
 * Finds the messages of a file by what makes two of them the same, in one step each: an issue that a program has written
 * can have tens of thousands.
 */
import type { VFileMessage } from 'vfile-message'

interface MessageIndex {
  /** The position of the first message with a key. */
  positions: Map<string, number>
  /** How many messages are indexed, and the last one of them: other tools push to the array, and splice it. */
  length: number
  last: VFileMessage | undefined
}

const indexes = new WeakMap<readonly VFileMessage[], MessageIndex>()

/** Where a message points and which rule it is of: messages of two targets are compared by this. */
export function formatPlaceKey({ line, column, ruleId }: VFileMessage): string {
  return `${line ?? 0}:${column ?? 0}:${ruleId ?? ''}`
}

/** Equal for two messages of a file that are the same (`once.ts`). */
export function formatMessageKey(message: VFileMessage): string {
  return `${message.file ?? ''}:${formatPlaceKey(message)}:${message.reason}`
}

/**
 * The position of the first message that is the same as a given one.
 * @param messages a file's, which may have been changed in any way since the last call
 * @returns `undefined` when there is none
 */
export function findPosition(messages: readonly VFileMessage[], message: VFileMessage): number | undefined {
  const key = formatMessageKey(message)
  const position = updateIndex(messages).get(key)
  const known = position === undefined ? undefined : messages[position]
  if (!known || formatMessageKey(known) === key) return position
  indexes.delete(messages)
  return updateIndex(messages).get(key)
}

/** Replaces the message at a position. */
export function replaceMessage(messages: VFileMessage[], position: number, message: VFileMessage): void {
  const isSame = findPosition(messages, message) === position
  messages[position] = message
  const index = indexes.get(messages)
  if (!isSame) indexes.delete(messages)
  else if (index && position === index.length - 1) index.last = message
}

/** Indexes the messages that were pushed since the last call, or all if the array has changed in another way. */
function updateIndex(messages: readonly VFileMessage[]): Map<string, number> {
  const known = indexes.get(messages)
  const isCurrent = known && known.length <= messages.length && messages[known.length - 1] === known.last
  const { positions, length }: MessageIndex = isCurrent
    ? known
    : { positions: new Map(), length: 0, last: undefined }
  for (let position = length; position < messages.length; position++) {
    const message = messages[position]
    const key = message && formatMessageKey(message)
    if (key !== undefined && !positions.has(key)) positions.set(key, position)
  }
  indexes.set(messages, { positions, length: messages.length, last: messages.at(-1) })
  return positions
}
