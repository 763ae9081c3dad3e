import type { Element, Nodes, Root } from 'hast'
import { memoize } from './memoize.ts'
import { walkTree } from './walk-tree.ts'

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
  walkTree<Nodes>(document, (node) => {
    if (node.type === 'element') elements.push(node)
  })
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
