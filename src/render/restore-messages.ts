import type { VFile } from 'vfile'
import type { Shield } from '../merge-tags/shield.ts'

/** Puts the author's merge tags back into messages, which may quote them: messages say what was written, not what was parsed. */
export function restoreMessages(files: Iterable<VFile>, shield: Shield): void {
  for (const { messages } of files)
    for (const message of messages) {
      message.reason = shield.restore(message.reason)
      message.message = shield.restore(message.message)
      if (message.note) message.note = shield.restore(message.note)
    }
}
