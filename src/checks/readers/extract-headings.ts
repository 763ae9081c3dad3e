import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { memoize } from '../../hast/memoize.ts'
import { isHidden } from './extract-shown-texts.ts'

export interface Heading {
  element: Element
  level: number
}

/** The headings of the finished document in their order, without those that are hidden. */
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
