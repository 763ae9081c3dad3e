import type { Element, RootContent as HastContent } from 'hast'
import type { PhrasingContent } from 'mdast'
import { isBlockElement, parsePhrasing } from './elements.ts'
import { isLogic } from './logic.ts'
import { isPlaceholder, splitPlaceholders } from './parse-html.ts'

/**
 * Reads parsed HTML as inline Markdown; what stands on lines of its own gets them by hard breaks.
 * @param tree parsed HTML
 * @param known the Markdown nodes that have stand-ins in it
 */
export function htmlToPhrasing(tree: HastContent[], known: PhrasingContent[] = []): PhrasingContent[] {
  return tree.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return liftText(node.value, known)
    if (node.type === 'comment') return isLogic(node.value) ? [{ type: 'text', value: node.value }] : []
    if (node.type !== 'element') return []
    return liftElement(node, known)
  })
}

function liftElement(element: Element, known: PhrasingContent[]): PhrasingContent[] {
  const children = htmlToPhrasing(element.children, known)
  if (isPlaceholder(element)) return children
  const read = parsePhrasing(element.tagName, element.properties, children)
  if (read.length === 0 || !isBlockElement(element.tagName)) return read
  return [{ type: 'break' }, ...read, { type: 'break' }]
}

function liftText(text: string, known: PhrasingContent[]): PhrasingContent[] {
  return splitPlaceholders(text).flatMap((part, index): PhrasingContent[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: collapse(part) }]
    const node = known[Number(part)]
    return node ? [node] : []
  })
}

/** White space is one space, or one line break: what that means depends on the writing around it. */
function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, (space) => (space.includes('\n') ? '\n' : ' '))
}
