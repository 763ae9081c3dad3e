import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { hasSameWords } from './same-words.ts'

/**
 * Makes a first heading that repeats the title the level-1 heading, as which it is not printed a second time. Other programs
 * print the title themselves, so that their archives begin with headings of level 2.
 * @param title the issue's, with merge tags as they were written
 * @param restore replaces tokens by their merge tags
 */
export function promoteTitle(tree: Root, title: string, restore: (text: string) => string): void {
  const [first] = tree.children
  if (first?.type === 'heading' && hasSameWords(restore(toText(first)), title)) first.depth = 1
}
