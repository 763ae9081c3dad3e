import type { Element, Root } from 'hast'
import { hidesContent } from '../../css/hides-content.ts'
import { memoize } from '../../hast/memoize.ts'
import { memoizeText } from '../../memoize-text.ts'

/** A piece of text that a reader of the HTML sees. */
export interface ShownText {
  value: string
  /** Whether white space, a line break or a picture separates it from the text before. */
  isApart: boolean
  /** The elements around it, from the root element to its parent. */
  path: Element[]
}

const unseen = new Set(['head', 'style', 'script', 'title', 'template', 'textarea', 'svg', 'noscript'])

const hidesByStyle = memoizeText(hidesContent)

/** Whether an element is hidden by its name, attributes or `style`. Style sheets are not considered. */
export function isHidden({ tagName, properties }: Element): boolean {
  if (unseen.has(tagName) || properties.hidden === true) return true
  return typeof properties.style === 'string' && hidesByStyle(properties.style)
}

/**
 * Extracts the texts of the finished HTML, without hidden ones (a preheader, a `<style>`). Merge tags are private-use
 * characters, which the context's `restore` replaces by the tags.
 * @param document the context's; the result is shared by all checks
 * @returns in the order of the document
 */
export const extractShownTexts = memoize((document: Root): ShownText[] => {
  const texts: ShownText[] = []
  let isApart = true
  const walk = (parent: Root | Element, path: Element[]): void => {
    for (const node of parent.children) {
      if (node.type === 'text') {
        const isBlank = node.value.trim() === ''
        if (!isBlank) texts.push({ value: node.value, isApart, path })
        isApart = isBlank
      }
      if (node.type !== 'element' || isHidden(node)) continue
      if (node.tagName === 'br' || node.tagName === 'img') isApart = true
      walk(node, [...path, node])
    }
  }
  walk(document, [])
  return texts
})
