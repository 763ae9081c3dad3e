import type { Element, RootContent as HastContent, Properties } from 'hast'
import { raw } from 'hast-util-raw'
import type { Html, PhrasingContent } from 'mdast'
import type {} from 'mdast-util-to-hast'
import { toPhrasing } from './elements.ts'

interface Open {
  name: string
  properties: Properties
  children: PhrasingContent[]
}

const CLOSING_TAG = /^<\/([a-z][a-z\d-]*)/i
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr'])

/**
 * Reads the HTML tags among inline content as what they mean: Markdown leaves `<a href="…">text</a>` as a tag, a text
 * and a tag, and this makes a link of them. Comments vanish, unknown tags leave their content.
 * @param nodes siblings
 * @returns siblings without `html` nodes
 */
export function liftHtml(nodes: PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'html')) return nodes
  const stack: Open[] = [{ name: '', properties: {}, children: [] }]
  for (const node of nodes) {
    if (node.type === 'html') readTag(node, stack)
    else stack.at(-1)?.children.push(node)
  }
  while (stack.length > 1) close(stack)
  return stack[0]?.children ?? []
}

function readTag(node: Html, stack: Open[]): void {
  const closing = CLOSING_TAG.exec(node.value)?.[1]?.toLowerCase()
  if (closing !== undefined) {
    if (!stack.some(({ name }) => name === closing)) return
    while (stack.at(-1)?.name !== closing) close(stack)
    close(stack)
    return
  }
  const element = parseHtml(node.value).find((child): child is Element => child.type === 'element')
  if (!element) return
  stack.push({ name: element.tagName, properties: element.properties, children: [] })
  if (VOID.has(element.tagName)) close(stack)
}

/** Takes the innermost open element as finished. */
function close(stack: Open[]): void {
  const { name, properties, children } = stack.pop() as Open
  stack.at(-1)?.children.push(...toPhrasing(name, properties, children))
}

/** Parses a piece of HTML as a browser would. */
export function parseHtml(value: string): HastContent[] {
  const tree = raw({ type: 'root', children: [{ type: 'raw', value }] })
  return tree.type === 'root' ? tree.children : []
}
