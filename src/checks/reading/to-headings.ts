import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { once } from './once.ts'
import { isHidden } from './shown-texts.ts'

export interface Heading {
  element: Element
  level: number
}

/** The headings of the finished document in their order, without those that are hidden. */
export const toHeadings = once((document: Root): Heading[] => {
  const headings: Heading[] = []
  visit(document, 'element', (element) => {
    if (isHidden(element)) return SKIP
    const [, level] = /^h([1-6])$/.exec(element.tagName) ?? []
    if (level !== undefined) headings.push({ element, level: Number(level) })
    return undefined
  })
  return headings
})
