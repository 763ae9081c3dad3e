import type { Element, Root, Text } from 'hast'
import { SKIP, visitParents } from 'unist-util-visit-parents'

/** A piece of text that a reader of the HTML sees. */
export interface ShownText {
  value: string
  /** From the document's element down to the one that holds the text. */
  path: Element[]
}

const unseen = new Set(['head', 'style', 'script', 'title', 'template', 'textarea', 'svg', 'noscript'])

/** What is not shown by its own style or attributes; what a style sheet hides is not known here. */
export function isHidden({ tagName, properties }: Element): boolean {
  if (unseen.has(tagName) || properties.hidden === true) return true
  const style = String(properties.style ?? '').toLowerCase()
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$))/.test(
    style,
  )
}

/** The texts of the finished HTML in their order, without what is hidden (a preheader, a `<style>`). */
export function toShownTexts(document: Root): ShownText[] {
  const texts: ShownText[] = []
  visitParents(document, (node, ancestors) => {
    if (node.type === 'element' && isHidden(node)) return SKIP
    if (node.type === 'text' && (node as Text).value.trim() !== '')
      texts.push({ value: (node as Text).value, path: ancestors.filter(isElement) })
    return undefined
  })
  return texts
}

function isElement(node: { type: string }): node is Element {
  return node.type === 'element'
}
