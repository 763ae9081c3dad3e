import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/**
 * Says in a document what a browser's own style sheet would have to say, before all that the document says itself.
 * @param css rules in `:where()`, so that every rule of the document's own is stronger
 */
export function addSheet(document: Root, css: string): void {
  const children: Element['children'] = [{ type: 'text', value: css }]
  visit(document, { tagName: 'head' }, (head) => {
    ;(head as Element).children.unshift({ type: 'element', tagName: 'style', properties: {}, children })
  })
}
