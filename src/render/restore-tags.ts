import type { Nodes as HastNodes } from 'hast'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Shield } from '../merge-tags/shield.ts'

/** Messages quote what the author wrote, not what we parsed. */
export function restoreMessages(file: VFile, shield: Shield): void {
  for (const message of file.messages) {
    message.reason = shield.restore(message.reason)
    message.message = shield.restore(message.message)
    if (message.note) message.note = shield.restore(message.note)
  }
}

/** The trees that the API hands out hold what the author wrote. */
export function restoreTree(tree: Nodes | HastNodes, shield: Shield): void {
  visit(tree, (node) => {
    for (const owner of [node, 'properties' in node ? node.properties : {}] as Record<string, unknown>[]) {
      for (const key of ['value', 'url', 'title', 'alt', 'href', 'src']) {
        const text = owner[key]
        if (typeof text === 'string') owner[key] = shield.restore(text)
      }
    }
  })
}

/** @returns a copy of plain data in whose texts merge tags are what the author wrote */
export function restoreDeep<Value>(value: Value, shield: Shield): Value {
  return JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'string' ? shield.restore(item) : item,
  )
}
