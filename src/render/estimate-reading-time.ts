import type { Nodes, Root } from 'mdast'
import { countWords, splitWords } from '../checks/readers/split-words.ts'
import { walkTree } from '../hast/walk-tree.ts'

/**
 * Words a minute of silent reading, for adults and non-fiction (Brysbaert, "How many words do we read per minute?",
 * Journal of Memory and Language 109, 2019).
 */
const wordsPerMinute = 238

/**
 * Estimates how long it takes to read an issue, with its blocks and without code.
 * @returns whole minutes, at least 1
 */
export function estimateReadingTime(tree: Root): number {
  let words = 0
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'text') words += countWords(splitWords(node.value))
  })
  return Math.max(1, Math.round(words / wordsPerMinute))
}
