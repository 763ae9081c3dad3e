import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

/**
 * Rewrites all CSS of a document, in place: every `style` attribute and the text of every `<style>`.
 * @param rewrite returns the CSS to write instead of `css`
 */
export function rewriteCss(
  document: Root,
  rewrite: (css: string, where: 'attribute' | 'sheet') => string,
): void {
  visit(document, 'element', ({ tagName, properties, children }) => {
    if (typeof properties.style === 'string') properties.style = rewrite(properties.style, 'attribute')
    if (tagName !== 'style') return
    for (const child of children) if (child.type === 'text') child.value = rewrite(child.value, 'sheet')
  })
}

/**
 * Adds a style sheet before all others of the document, as if it belonged to the browser.
 * @param css rules in `:where()`, so that every rule of the document overrides them
 */
export function addDefaultStyles(document: Root, css: string): void {
  const children: Element['children'] = [{ type: 'text', value: css }]
  visit(document, { tagName: 'head' }, (head) => {
    ;(head as Element).children.unshift({ type: 'element', tagName: 'style', properties: {}, children })
  })
}
