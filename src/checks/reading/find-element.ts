import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** The first element of a name, if there is one. */
export function findElement(document: Root, tagName: string): Element | undefined {
  return findElements(document, tagName)[0]
}

/** All elements of a name, in their order. */
export function findElements(document: Root, tagName: string): Element[] {
  const found: Element[] = []
  visit(document, { tagName }, (node) => void found.push(node as Element))
  return found
}
