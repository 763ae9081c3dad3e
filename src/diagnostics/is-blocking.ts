import type { VFileMessage } from 'vfile-message'

/**
 * Whether a message keeps an issue from being sent.
 * @param strict warnings do, too
 */
export function isBlocking(message: VFileMessage, strict: boolean): boolean {
  return message.fatal === true || (strict && message.fatal === false)
}
