import type { Nodes } from 'mdast'
import { toString as extractText } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'

/**
 * How many words adults read in a minute, in silence: the mean for English non-fiction of M. Brysbaert, How many words do we
 * read per minute?, Journal of Memory and Language 109 (2019).
 */
const wordsPerMinute = 238

/**
 * Counts the words of an issue as its author wrote them, with those in blocks and without those of the layout. Languages
 * without spaces are counted in words too.
 * @param lang a BCP 47 language tag
 */
export function countWords(tree: Nodes, lang: string): number {
  const texts: string[] = []
  visit(tree, (node) => {
    if (node.type === 'code') texts.push(node.value)
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined
    texts.push(extractText(node, { includeImageAlt: false, includeHtml: false }))
    return SKIP
  })
  const segments = createWordSegmenter(lang).segment(texts.join('\n'))
  return [...segments].filter(({ isWordLike }) => isWordLike).length
}

/** How long reading takes, in minutes; at least one, for an issue that has words. */
export function estimateMinutes(words: number): number {
  return Math.ceil(words / wordsPerMinute)
}

/** Creates a segmenter of a language's words; the tag may be one that an author has misspelt. */
export function createWordSegmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
