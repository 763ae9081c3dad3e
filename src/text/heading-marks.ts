import type { Nodes } from 'mdast'
import { walkTree } from '../hast/walk-tree.ts'

/** The characters that headings are underlined with, by their level. */
export type HeadingMarks = ReadonlyMap<number, string>

/** The mark of a title. */
const TITLE = '='
/** The marks of the levels below, from the strongest: each is one that people type, and none begins a list or a quote. */
const LEVELS = ['-', '~', '^', '.', "'"]
const HTML_HEADING = /<h([1-6])\b/gi

/**
 * Assigns marks to the levels that a text uses: `=` to the first, which is the title's, and `-` to the shallowest of the
 * others, whichever it is, so that a text that begins with the third level looks like one that begins with the second.
 */
export function createHeadingMarks(tree: Nodes): HeadingMarks {
  const used = new Set<number>()
  walkTree(tree, (node) => {
    if (node.type === 'heading') used.add(node.depth)
    if (node.type === 'html')
      for (const [, level] of node.value.matchAll(HTML_HEADING)) used.add(Number(level))
  })
  const deeper = [...used].filter((depth) => depth > 1).sort((a, b) => a - b)
  return new Map([[1, TITLE], ...deeper.map((depth, rank): [number, string] => [depth, LEVELS[rank] ?? '-'])])
}
