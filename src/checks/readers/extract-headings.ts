import type { Element, Nodes, Root } from 'hast'
import { memoize } from '../../hast/memoize.ts'
import { skipContent, walkTree } from '../../hast/walk-tree.ts'
import { isHidden } from './extract-shown-texts.ts'

/** A heading of the finished HTML. */
export interface Heading {
  element: Element
  /** 1 for `h1`. */
  level: number
}

/**
 * Extracts the headings of the finished HTML, without hidden ones.
 * @param document the context's; the result is shared by all checks
 * @returns in the order of the document
 */
export const extractHeadings = memoize((document: Root): Heading[] => {
  const headings: Heading[] = []
  walkTree<Nodes>(document, (node) => {
    if (node.type !== 'element') return undefined
    if (isHidden(node)) return skipContent
    const [, level] = /^h([1-6])$/.exec(node.tagName) ?? []
    if (level !== undefined) headings.push({ element: node, level: Number(level) })
    return undefined
  })
  return headings
})
