import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { memoize } from '../../hast/memoize.ts'
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
  visit(document, 'element', (element) => {
    if (isHidden(element)) return SKIP
    const [, level] = /^h([1-6])$/.exec(element.tagName) ?? []
    if (level !== undefined) headings.push({ element, level: Number(level) })
    return undefined
  })
  return headings
})
