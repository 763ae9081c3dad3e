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

/** All elements of a document, in their order. The list is created once: walking the tree again takes longer. */
export const listElements = memoize((document: Root): readonly Element[] => {
  const elements: Element[] = []
  visit(document, 'element', (element) => void elements.push(element))
  return elements
})

const toElements = memoize((document: Root): Map<string, Element[]> => {
  const elements = new Map<string, Element[]>()
  for (const element of listElements(document)) {
    const known = elements.get(element.tagName)
    if (known) known.push(element)
    else elements.set(element.tagName, [element])
  }
  return elements
})
