import type { Nodes, Root } from 'mdast'
import { walkTree } from '../../hast/walk-tree.ts'
import { memoizeText } from '../../memoize-text.ts'
import { countWords, splitWords } from './split-words.ts'

/**
 * Words a minute of silent reading, for adults and non-fiction (Brysbaert, "How many words do we read per minute?",
 * Journal of Memory and Language 109, 2019).
 */
const wordsPerMinute = 238

/** Counts the words of an issue: with those in its blocks, without code, the alternative texts of pictures and the layout. */
export function countIssueWords(tree: Root): number {
  let words = 0
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'text') words += countTextWords(node.value)
  })
  return Math.round(words)
}

/** An issue's texts are counted for its email, its web copy and the next build. */
const countTextWords = memoizeText((text) => countWords(splitWords(text)))

/**
 * Estimates how long it takes to read a number of words.
 * @returns whole minutes, at least 1
 */
export function estimateMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}
