import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Removes every style sheet; what stands inline stays. */
export function removeStyles(document: Root): void {
  visit(document, 'element', ({ tagName, properties }, index, parent) => {
    const isSheet = tagName === 'style' || (tagName === 'link' && /stylesheet/i.test(String(properties.rel)))
    if (!isSheet || !parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}
