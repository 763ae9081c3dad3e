import type { Element, RootContent as HastContent } from 'hast'
import { toString as toPlain } from 'hast-util-to-string'
import type { Heading, ListItem, PhrasingContent, RootContent } from 'mdast'
import { isHidden, toPhrasing } from './elements.ts'
import { htmlToTable } from './html-to-table.ts'
import { parseHtml } from './lift-html.ts'

type ToFlow = (element: Element) => RootContent[]

const heading =
  (depth: Heading['depth']): ToFlow =>
  (element) => [{ type: 'heading', depth, children: readPhrasing(element.children) }]
const list =
  (ordered: boolean): ToFlow =>
  (element) => [
    {
      type: 'list',
      ordered,
      start: ordered ? Number(element.properties.start ?? 1) : null,
      children: items(element),
    },
  ]
const inside: ToFlow = (element) => readFlow(element.children)

/** Elements that mean nothing but that their content stands on lines of its own. */
const containers =
  'address article aside body caption center dd details div dl dt fieldset figcaption figure footer form head header html li main nav p section summary tbody td tfoot th thead tr'

/** Elements that stand on lines of their own, and what they mean in Markdown. */
const blocks: Record<string, ToFlow> = {
  ...Object.fromEntries(containers.split(' ').map((name) => [name, inside])),
  blockquote: (element) => [{ type: 'blockquote', children: readFlow(element.children) as [] }],
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  hr: () => [{ type: 'thematicBreak' }],
  ol: list(true),
  pre: (element) => [{ type: 'code', value: toPlain(element).replace(/\n$/, '') }],
  table: (element) => htmlToTable(element, readPhrasing) ?? readFlow(element.children),
  ul: list(false),
}

/**
 * Reads a block of raw HTML as Markdown, so that the same writers print both: tags go, entities become characters,
 * links, lists, tables and headings stay what they are.
 * @param value HTML, whole or in part
 */
export function htmlToFlow(value: string): RootContent[] {
  return readFlow(parseHtml(value))
}

function readFlow(nodes: HastContent[]): RootContent[] {
  const flow: RootContent[] = []
  let run: HastContent[] = []
  const endRun = () => {
    const children = readPhrasing(run)
    if (children.length > 0) flow.push({ type: 'paragraph', children })
    run = []
  }
  for (const node of nodes) {
    const toFlow = node.type === 'element' ? blockReader(node) : undefined
    if (node.type !== 'element' || !toFlow) {
      run.push(node)
      continue
    }
    endRun()
    if (!isHidden(node.properties)) flow.push(...toFlow(node))
  }
  endRun()
  return flow
}

function readPhrasing(nodes: HastContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[ \t\n\r\f]+/g, ' ') }]
    if (node.type !== 'element') return []
    const children = toPhrasing(node.tagName, node.properties, readPhrasing(node.children))
    return blockReader(node) ? [{ type: 'break' }, ...children, { type: 'break' }] : children
  })
}

function items(element: Element): ListItem[] {
  return element.children
    .filter((child): child is Element => child.type === 'element')
    .map((child) => ({
      type: 'listItem',
      spread: false,
      children: readFlow(child.children) as ListItem['children'],
    }))
}

function blockReader(element: Element): ToFlow | undefined {
  return Object.hasOwn(blocks, element.tagName) ? blocks[element.tagName] : undefined
}
