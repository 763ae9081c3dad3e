import type { VFileMessage } from 'vfile-message'
import { readSeverity } from './severity.ts'

/**
 * Whether a message keeps an issue from being sent.
 * @param strict warnings do, too
 */
export function isBlocking(message: VFileMessage, strict: boolean): boolean {
  const severity = readSeverity(message)
  return severity === 'error' || (strict && severity === 'warning')
}
