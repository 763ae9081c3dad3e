import type { Element, RootContent as HastContent, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { PhrasingContent, RootContent } from 'mdast'
import type {} from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { replaceEmbedded } from '../parse/replace-embedded.ts'
import { literalTagStart, nodeEnd, nodeStart } from '../private-use.ts'

const nodePlaceholder = new RegExp(`${nodeStart}(\\d+)${nodeEnd}`)

/** The HTML elements of Markdown nodes: where the parser moves a node depends on its element. */
const elements: Partial<Record<RootContent['type'], string>> = {
  blockquote: 'blockquote',
  code: 'pre',
  delete: 'del',
  emphasis: 'em',
  footnoteReference: 'sup',
  heading: 'h2',
  inlineCode: 'code',
  link: 'a',
  linkReference: 'a',
  list: 'ul',
  paragraph: 'p',
  strong: 'strong',
  table: 'div',
  thematicBreak: 'p',
}

/** Parses a fragment of HTML as a browser would. */
export function parseHtml(value: string): HastContent[] {
  return parse([{ type: 'raw', value }])
}

/**
 * Parses the raw HTML among Markdown blocks as the HTML renderer does: all siblings at once, so that a start tag in one
 * node and its end tag in another make one element around the nodes between them. Each node that is neither HTML nor text
 * is replaced by a placeholder; `splitPlaceholders` and `isWrapper` find it where the parser has moved it.
 * @param nodes siblings
 */
export function parseSiblings(nodes: RootContent[]): HastContent[] {
  return parse(nodes.map(toHast))
}

/** As `parseSiblings`, for the content of a paragraph: the parser ignores a `<td>` there, and a `<p>` or `<div>` ends it. */
export function parseInline(nodes: PhrasingContent[]): HastContent[] {
  return parse([wrap('p', nodes.map(toHast))])
}

/** True for an element that was added for the parser only. */
export function isWrapper({ properties }: Element): boolean {
  return properties.dataNode === nodeStart
}

/** Splits a text at its placeholders. @returns texts at even indices, the indices of nodes at odd ones */
export function splitPlaceholders(text: string): string[] {
  return text.includes(nodeStart) ? text.split(nodePlaceholder) : [text]
}

function toHast(node: RootContent, index: number): HastContent {
  if (node.type === 'html') return { type: 'raw', value: node.value }
  if (node.type === 'text') return { type: 'text', value: node.value }
  return wrap(elements[node.type] ?? 'span', [{ type: 'text', value: nodeStart + index + nodeEnd }])
}

/** An element for the parser only. */
function wrap(tagName: string, children: HastContent[]): Element {
  return {
    type: 'element',
    tagName,
    properties: { dataNode: nodeStart },
    children: children as Element['children'],
  }
}

function parse(children: HastContent[]): HastContent[] {
  // Within an element: a fragment that begins with `<tr>` would be parsed as if it were within a table.
  const tree = raw({ type: 'root', children: [wrap('div', children)] }) as Root
  const [first, ...others] = tree.children
  if (first?.type === 'element') tree.children = [...first.children, ...others]
  replaceEmbedded(tree)
  visit(tree, 'text', (node) => {
    node.value = node.value.replaceAll(literalTagStart, '<')
  })
  return tree.children
}
