import type { VFile } from 'vfile'
import type { TagStore } from '../merge-tags/tag-store.ts'

/** Puts the author's merge tags back into messages, which may quote them: messages say what was written, not what was parsed. */
export function restoreMessages(files: Iterable<VFile>, tags: TagStore): void {
  for (const { messages } of files)
    for (const message of messages) {
      message.reason = tags.restore(message.reason)
      message.message = tags.restore(message.message)
      if (message.note) message.note = tags.restore(message.note)
    }
}
