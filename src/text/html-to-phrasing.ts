import type { Element, RootContent as HastContent } from 'hast'
import type { PhrasingContent } from 'mdast'
import { isBlockElement, parsePhrasing } from './elements.ts'
import { isLogic } from './logic.ts'
import { isWrapper, splitPlaceholders } from './parse-html.ts'

/**
 * Converts parsed HTML to inline Markdown nodes; block-level elements are set off by hard breaks.
 * @param tree parsed HTML
 * @param nodes the Markdown nodes that the placeholders in it stand for (see `parseInline`)
 */
export function htmlToPhrasing(tree: HastContent[], nodes: PhrasingContent[] = []): PhrasingContent[] {
  return tree.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return parseText(node.value, nodes)
    if (node.type === 'comment') return isLogic(node.value) ? [{ type: 'text', value: node.value }] : []
    if (node.type !== 'element') return []
    return parseElement(node, nodes)
  })
}

function parseElement(element: Element, nodes: PhrasingContent[]): PhrasingContent[] {
  const children = htmlToPhrasing(element.children, nodes)
  if (isWrapper(element)) return children
  const parsed = parsePhrasing(element.tagName, element.properties, children)
  if (parsed.length === 0 || !isBlockElement(element.tagName)) return parsed
  return [{ type: 'break' }, ...parsed, { type: 'break' }]
}

function parseText(text: string, nodes: PhrasingContent[]): PhrasingContent[] {
  return splitPlaceholders(text).flatMap((part, index): PhrasingContent[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: collapseWhitespace(part) }]
    const node = nodes[Number(part)]
    return node ? [node] : []
  })
}

/** Retains a line break, since `reflow` resolves it by the script of the characters beside it. */
function collapseWhitespace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, (space) => (space.includes('\n') ? '\n' : ' '))
}
