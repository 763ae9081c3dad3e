import type { VFileMessage } from 'vfile-message'
import { readSeverity } from './severity.ts'

/**
 * Whether an issue with this message must not be sent.
 * @param strict whether warnings block it as well
 */
export function isBlocking(message: VFileMessage, strict: boolean): boolean {
  const severity = readSeverity(message)
  return severity === 'error' || (strict && severity === 'warning')
}
