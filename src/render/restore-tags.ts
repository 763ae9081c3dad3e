import type { Nodes as HastNodes } from 'hast'
import type { Nodes } from 'mdast'
import type { VFile } from 'vfile'
import { mergeMessages } from '../diagnostics/once.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { FormContext } from '../merge-tags/tag-forms.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'

/** Restores merge tags in messages, which quote the author's text, and then reports equal messages once. */
export function restoreMessages(files: Iterable<VFile>, tags: TagStore): void {
  for (const { messages } of files) {
    for (const message of messages) {
      message.reason = tags.restore(message.reason)
      message.message = tags.restore(message.message)
      if (message.note) message.note = tags.restore(message.note)
    }
    // Restored, a template's message can equal one of the target before.
    mergeMessages(messages, messages.splice(0))
  }
}

/** Restores merge tags in the texts and addresses of a tree, in place, for users of the API. */
export function restoreTree(tree: Nodes | HastNodes, tags: TagStore): void {
  walkTree(tree, (node) => {
    restoreValues(node as Restored, tags)
    if ('properties' in node) restoreValues(node.properties, tags)
  })
}

const restoredKeys = ['value', 'url', 'title', 'alt', 'href', 'src'] as const

type Restored = { [key in (typeof restoredKeys)[number]]?: unknown }

function restoreValues(owner: Restored, tags: TagStore): void {
  for (const key of restoredKeys) {
    const text = owner[key]
    if (typeof text === 'string') owner[key] = tags.restore(text)
  }
}

/**
 * Copies plain data and restores merge tags in its texts.
 * @param context the form of the tags; as messages show them when not given
 */
export function restoreDeep<Value>(value: Value, tags: TagStore, context: FormContext = 'seen'): Value {
  const json = JSON.stringify(value)
  if (tags.restore(json, context) === json) return JSON.parse(json)
  return JSON.parse(json, (_, item) => (typeof item === 'string' ? tags.restore(item, context) : item))
}
