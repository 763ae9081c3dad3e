import type { Nodes as HastNodes } from 'hast'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { mergeMessages } from '../diagnostics/once.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'

/** Puts the author's merge tags back into messages, which quote what was written, not what was parsed. */
export function restoreMessages(files: Iterable<VFile>, tags: TagStore): void {
  for (const { messages } of files) {
    for (const message of messages) {
      message.reason = tags.restore(message.reason)
      message.message = tags.restore(message.message)
      if (message.note) message.note = tags.restore(message.note)
    }
    // A template's message of the target before says already what was written.
    mergeMessages(messages, messages.splice(0))
  }
}

/** The trees that the API hands out hold what the author wrote. */
export function restoreTree(tree: Nodes | HastNodes, tags: TagStore): void {
  visit(tree, (node) => {
    for (const owner of [node, 'properties' in node ? node.properties : {}] as Record<string, unknown>[]) {
      for (const key of ['value', 'url', 'title', 'alt', 'href', 'src']) {
        const text = owner[key]
        if (typeof text === 'string') owner[key] = tags.restore(text)
      }
    }
  })
}

/** @returns a copy of plain data in whose texts merge tags are what the author wrote */
export function restoreDeep<Value>(value: Value, tags: TagStore): Value {
  return JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'string' ? tags.restore(item) : item,
  )
}
