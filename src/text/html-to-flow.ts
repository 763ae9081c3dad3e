import type { Element, RootContent as HastContent } from 'hast'
import type { Heading, List, ListItem, RootContent } from 'mdast'
import { isBlockElement, isHidden, isStripped } from './elements.ts'
import { htmlToPhrasing } from './html-to-phrasing.ts'
import { htmlToTable } from './html-to-table.ts'
import { isLogic } from './logic.ts'
import { parseHtml } from './parse-html.ts'

type ToFlow = (element: Element) => RootContent[]

const heading =
  (depth: Heading['depth']): ToFlow =>
  (element) => [{ type: 'heading', depth, children: htmlToPhrasing(element.children) }]
const inside: ToFlow = (element) => liftFlow(element.children)

/** Elements that mean more than that their content stands on lines of its own. */
const meanings: Record<string, ToFlow> = {
  blockquote: (element) => [{ type: 'blockquote', children: liftFlow(element.children) as [] }],
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  hr: () => [{ type: 'thematicBreak' }],
  ol: (element) => liftList(element, true),
  pre: (element) => [{ type: 'code', value: toCode(element).replace(/\n$/, '') }],
  table: (element) => htmlToTable(element) ?? liftFlow(element.children),
  ul: (element) => liftList(element, false),
}

/**
 * Reads a block of raw HTML as Markdown, so that the same writers print both: tags go, entities become characters,
 * links, lists, tables and headings stay what they are.
 * @param value HTML, whole or in part
 */
export function htmlToFlow(value: string): RootContent[] {
  return liftFlow(parseHtml(value))
}

function liftFlow(nodes: HastContent[]): RootContent[] {
  const flow: RootContent[] = []
  let run: HastContent[] = []
  const endRun = () => {
    flow.push(...toParagraph(run))
    run = []
  }
  for (const node of nodes) {
    const block = liftBlock(node)
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

/** What stands on lines of its own; nothing for what is part of a line. */
function liftBlock(node: HastContent): RootContent[] | undefined {
  if (node.type === 'comment' && isLogic(node.value)) return toParagraph([node])
  if (node.type !== 'element' || !isBlockElement(node.tagName)) return undefined
  const toFlow = Object.hasOwn(meanings, node.tagName) ? meanings[node.tagName] : inside
  return isHidden(node.properties) ? [] : toFlow?.(node)
}

function toParagraph(nodes: HastContent[]): RootContent[] {
  const children = htmlToPhrasing(nodes)
  const isBlank = children.every((child) => child.type === 'text' && child.value.trim() === '')
  return isBlank ? [] : [{ type: 'paragraph', children }]
}

/** What stands between the items, such as the provider's logic, parts the list; the numbers go on. */
function liftList(element: Element, ordered: boolean): RootContent[] {
  const flow: RootContent[] = []
  let start = Number(element.properties.start ?? 1)
  for (const child of element.children) {
    if (child.type !== 'element' || isStripped(child.tagName)) {
      flow.push(...toParagraph([child]))
    } else if (!isHidden(child.properties)) {
      lastList(flow, ordered, start).children.push(toItem(child))
      start++
    }
  }
  return flow
}

function lastList(flow: RootContent[], ordered: boolean, start: number): List {
  const last = flow.at(-1)
  if (last?.type === 'list') return last
  const list: List = { type: 'list', ordered, start: ordered ? start : null, children: [] }
  flow.push(list)
  return list
}

function toItem({ children }: Element): ListItem {
  return { type: 'listItem', spread: false, children: liftFlow(children) as ListItem['children'] }
}

/** The text of code, with every line break that shows. */
function toCode(node: HastContent): string {
  if (node.type === 'text' || (node.type === 'comment' && isLogic(node.value))) return node.value
  if (node.type !== 'element' || isStripped(node.tagName) || isHidden(node.properties)) return ''
  return node.tagName === 'br' ? '\n' : node.children.map(toCode).join('')
}
