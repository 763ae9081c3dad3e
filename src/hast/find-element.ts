import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { memoize } from './memoize.ts'

/** The first element of a name, if there is one. */
export function findElement(document: Root, tagName: string): Element | undefined {
  return findElements(document, tagName)[0]
}

/** All elements of a name, in their order. */
export function findElements(document: Root, tagName: string): readonly Element[] {
  return toElements(document).get(tagName) ?? []
}

const toElements = memoize((document: Root): Map<string, Element[]> => {
  const elements = new Map<string, Element[]>()
  visit(document, 'element', (element) => {
    const known = elements.get(element.tagName)
    if (known) known.push(element)
    else elements.set(element.tagName, [element])
  })
  return elements
})
