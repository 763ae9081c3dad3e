import type { RootContent } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { hasSameWords } from '../parse/same-words.ts'
import type { Issue } from '../types.ts'

/**
 * True when the text already shows the title: it begins with a level-1 heading, or has one with the same words.
 * @param restore replaces tokens by their merge tags
 */
export function writesTitle({ tree, matter }: Issue, restore: (text: string) => string): boolean {
  const title = restore(matter.title)
  const isTitle = (node: RootContent | undefined) => node?.type === 'heading' && node.depth === 1
  return (
    isTitle(tree.children[0]) ||
    tree.children.some((node) => isTitle(node) && hasSameWords(restore(toText(node)), title))
  )
}
