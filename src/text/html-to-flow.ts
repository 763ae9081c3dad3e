import type { Element, RootContent as HastContent } from 'hast'
import type { Heading, List, ListItem, RootContent } from 'mdast'
import { isBlockElement, isHidden, isStripped } from './elements.ts'
import { htmlToPhrasing } from './html-to-phrasing.ts'
import { htmlToTable } from './html-to-table.ts'
import { isLogic } from './logic.ts'
import { parseHtml } from './parse-html.ts'

type FlowParser = (element: Element) => RootContent[]

const heading =
  (depth: Heading['depth']): FlowParser =>
  (element) => [{ type: 'heading', depth, children: htmlToPhrasing(element.children) }]
const parseContent: FlowParser = (element) => parseFlow(element.children)

/** Block-level elements with a Markdown node of their own; any other is replaced by its content. */
const parsers: Record<string, FlowParser> = {
  blockquote: (element) => [{ type: 'blockquote', children: parseFlow(element.children) as [] }],
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  hr: () => [{ type: 'thematicBreak' }],
  ol: (element) => parseList(element, true),
  pre: (element) => [{ type: 'code', value: extractCode(element).replace(/\n$/, '') }],
  table: (element) => htmlToTable(element) ?? parseFlow(element.children),
  ul: (element) => parseList(element, false),
}

/**
 * Converts a block of raw HTML to Markdown nodes, so that the same writers print both: tags are removed, entities become
 * characters, and links, lists, tables and headings become their Markdown counterparts.
 * @param value a fragment of HTML, not necessarily well formed
 */
export function htmlToFlow(value: string): RootContent[] {
  return parseFlow(parseHtml(value))
}

function parseFlow(nodes: HastContent[]): RootContent[] {
  const flow: RootContent[] = []
  let run: HastContent[] = []
  const endRun = () => {
    flow.push(...createParagraph(run))
    run = []
  }
  for (const node of nodes) {
    const block = parseBlock(node)
    if (block) {
      endRun()
      flow.push(...block)
    } else {
      run.push(node)
    }
  }
  endRun()
  return flow
}

/** Converts a block-level node; `undefined` for inline content. */
function parseBlock(node: HastContent): RootContent[] | undefined {
  if (node.type === 'comment' && isLogic(node.value)) return createParagraph([node])
  if (node.type !== 'element' || !isBlockElement(node.tagName)) return undefined
  const parser = Object.hasOwn(parsers, node.tagName) ? parsers[node.tagName] : parseContent
  return isHidden(node.properties) ? [] : parser?.(node)
}

function createParagraph(nodes: HastContent[]): RootContent[] {
  const children = htmlToPhrasing(nodes)
  const isBlank = children.every((child) => child.type === 'text' && child.value.trim() === '')
  return isBlank ? [] : [{ type: 'paragraph', children }]
}

/** Anything between the items, such as the provider's logic, splits the list; the numbering continues after it. */
function parseList(element: Element, ordered: boolean): RootContent[] {
  const flow: RootContent[] = []
  let start = Number(element.properties.start ?? 1)
  for (const child of element.children) {
    if (child.type !== 'element' || isStripped(child.tagName)) {
      flow.push(...createParagraph([child]))
    } else if (!isHidden(child.properties)) {
      findOrAddList(flow, ordered, start).children.push(parseItem(child))
      start++
    }
  }
  return flow
}

function findOrAddList(flow: RootContent[], ordered: boolean, start: number): List {
  const last = flow.at(-1)
  if (last?.type === 'list') return last
  const list: List = { type: 'list', ordered, start: ordered ? start : null, children: [] }
  flow.push(list)
  return list
}

function parseItem({ children }: Element): ListItem {
  return { type: 'listItem', spread: false, children: parseFlow(children) as ListItem['children'] }
}

/** The text of preformatted code, with `<br>` as a line break. */
function extractCode(node: HastContent): string {
  if (node.type === 'text' || (node.type === 'comment' && isLogic(node.value))) return node.value
  if (node.type !== 'element' || isStripped(node.tagName) || isHidden(node.properties)) return ''
  return node.tagName === 'br' ? '\n' : node.children.map(extractCode).join('')
}
