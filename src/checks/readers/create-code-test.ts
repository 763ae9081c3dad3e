import type { Nodes, Root } from 'mdast'
import { memoize } from '../../hast/memoize.ts'
import { walkTree } from '../../hast/walk-tree.ts'
import { isWithin } from '../../merge-tags/source-shape.ts'

/**
 * Creates a function that tests whether an offset of the Markdown is in code, which is a sample and not prose.
 * @param tree the context's
 * @returns a function of an offset in UTF-16 code units
 */
export const createCodeTest = memoize((tree: Root): ((offset: number) => boolean) => {
  const ranges: [number, number][] = []
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return
    const { start, end } = node.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined) ranges.push([start.offset, end.offset])
  })
  return (offset) => isWithin(ranges, offset)
})
