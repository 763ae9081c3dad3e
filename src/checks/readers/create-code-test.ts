import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { memoize } from '../../hast/memoize.ts'
import { isWithin } from '../../merge-tags/source-shape.ts'

/**
 * Creates a function that tests whether an offset of the Markdown is in code, which is a sample and not prose.
 * @param tree the context's
 * @returns a function of an offset in UTF-16 code units
 */
export const createCodeTest = memoize((tree: Root): ((offset: number) => boolean) => {
  const ranges: [number, number][] = []
  visit(tree, (node) => {
    const { start, end } = node.position ?? {}
    const isCode = node.type === 'code' || node.type === 'inlineCode'
    if (isCode && start?.offset !== undefined && end?.offset !== undefined)
      ranges.push([start.offset, end.offset])
  })
  return (offset) => isWithin(ranges, offset)
})
