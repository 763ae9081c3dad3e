import type { Heading, Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { hasSameWords } from './same-words.ts'

/**
 * Makes a first heading that repeats the title the level-1 heading, as which it is not printed a second time. Other programs
 * print the title themselves, so that their archives begin with headings of level 2. Headings that are all below it move up
 * with it, so that no level is skipped.
 * @param title the issue's, with merge tags as they were written
 * @param restore replaces tokens by their merge tags
 */
export function promoteTitle(tree: Root, title: string, restore: (text: string) => string): void {
  const [first] = tree.children
  if (first?.type !== 'heading' || first.depth === 1) return
  if (!hasSameWords(restore(toText(first)), title)) return
  const others: Heading[] = []
  visit(tree, 'heading', (node) => {
    if (node !== first) others.push(node)
  })
  const steps = first.depth - 1
  if (others.every(({ depth }) => depth > first.depth))
    for (const node of others) node.depth = Math.max(2, node.depth - steps) as Heading['depth']
  first.depth = 1
}
