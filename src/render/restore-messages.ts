import type { VFile } from 'vfile'
import type { Shield } from '../merge-tags/shield.ts'

/** Puts merge tags back into a file's messages, which quote what the author wrote. */
export function restoreMessages(file: VFile, shield: Shield): void {
  for (const message of file.messages) {
    message.reason = shield.restore(message.reason)
    message.message = shield.restore(message.message)
    if (message.note) message.note = shield.restore(message.note)
  }
}
