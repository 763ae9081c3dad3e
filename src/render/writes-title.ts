import type { RootContent } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Issue } from '../types.ts'

/**
 * True when the text already shows the title: it begins with a level-1 heading, or has one with the same words.
 * Punctuation, case, spaces, emoji and the form of letters make no difference.
 * @param restore replaces tokens by their merge tags
 */
export function writesTitle({ tree, matter }: Issue, restore: (text: string) => string): boolean {
  const title = reduceToWords(restore(matter.title))
  const isTitle = (node: RootContent | undefined) => node?.type === 'heading' && node.depth === 1
  return (
    isTitle(tree.children[0]) ||
    tree.children.some((node) => isTitle(node) && reduceToWords(restore(toText(node))) === title)
  )
}

/** What distinguishes no words: separators, punctuation, emoji with their modifiers, invisible characters. */
const noWords =
  /[\p{Z}\p{P}\p{Cc}\p{Cf}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|[\u20E3\uFE0E\uFE0F]/gu

/** A text's letters, digits and other symbols (`+`); of a text without any, the text itself. */
function reduceToWords(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replace(noWords, '')
  return words === '' ? text.trim() : words
}
