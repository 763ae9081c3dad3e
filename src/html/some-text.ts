import type { Nodes, Root } from 'hast'
import { walkTree } from '../hast/walk-tree.ts'

/** Whether one of the texts of a tree passes a test: what is for the texts of some scripts can leave out all others. */
export function someText(tree: Root, test: (text: string) => boolean): boolean {
  let found = false
  walkTree<Nodes>(tree, (node) => {
    found ||= node.type === 'text' && test(node.value)
  })
  return found
}
