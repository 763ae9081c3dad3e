/** Messages as plain data, for another thread: a structured clone of a `VFileMessage` loses all that it has beyond an `Error`. */
import { VFileMessage } from 'vfile-message'
import { isMarkedConfigurable, markConfigurable } from './rule-levels.ts'

/** The fields of a message that are plain data; its cause and the nodes around its place are left out. */
const names = [
  'reason',
  'message',
  'name',
  'file',
  'line',
  'column',
  'place',
  'ruleId',
  'source',
  'fatal',
  'note',
  'url',
  'stack',
  'actual',
  'expected',
] as const

/** A message as plain data. */
export interface MessageCopy {
  fields: Partial<Pick<VFileMessage, (typeof names)[number]>>
  /** Whether `applyRuleLevels` may change it. */
  isConfigurable: boolean
}

/** Copies what reports print of a message into plain data. */
export function copyMessage(message: VFileMessage): MessageCopy {
  const fields = Object.fromEntries(names.map((name) => [name, message[name]]))
  return { fields, isConfigurable: isMarkedConfigurable(message) }
}

/** Creates the message that a copy was made of. */
export function createMessage({ fields, isConfigurable }: MessageCopy): VFileMessage {
  const message = Object.assign(new VFileMessage(fields.reason ?? ''), fields)
  if (isConfigurable) markConfigurable(message)
  return message
}
