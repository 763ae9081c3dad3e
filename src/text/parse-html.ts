import type { Element, RootContent as HastContent } from 'hast'
import { raw } from 'hast-util-raw'
import type { PhrasingContent, RootContent } from 'mdast'
import type {} from 'mdast-util-to-hast'
import { nodeEnd, nodeStart } from '../private-use.ts'

const nodePlace = new RegExp(`${nodeStart}(\\d+)${nodeEnd}`)

/** The elements that Markdown becomes in HTML: what a parser does to a node depends on them. */
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

/** Parses a piece of HTML as a browser would. */
export function parseHtml(value: string): HastContent[] {
  return parse([{ type: 'raw', value }])
}

/**
 * Parses the HTML among Markdown as the HTML's side does it: in one go, so that a tag in one node and its end in another
 * are one element, with what is between them in it. Each node that is no HTML and no text travels as a stand-in;
 * `splitPlaceholders` and `isPlaceholder` find it where the parser has put it.
 * @param nodes siblings
 */
export function parseAmong(nodes: RootContent[]): HastContent[] {
  return parse(nodes.map(toHast))
}

/** The same for the inside of a paragraph, where the parser ignores `<td>`, and which a `<p>` or `<div>` ends. */
export function parseInline(nodes: PhrasingContent[]): HastContent[] {
  return parse([wrap('p', nodes.map(toHast))])
}

/** True for an element that is there for the parser only and means nothing itself. */
export function isPlaceholder({ properties }: Element): boolean {
  return properties.dataNode === nodeStart
}

/** Cuts a text at its stand-ins. @returns texts at even places, between them the nodes' indices */
export function splitPlaceholders(text: string): string[] {
  return text.includes(nodeStart) ? text.split(nodePlace) : [text]
}

function toHast(node: RootContent, index: number): HastContent {
  if (node.type === 'html') return { type: 'raw', value: node.value }
  if (node.type === 'text') return { type: 'text', value: node.value }
  return wrap(elements[node.type] ?? 'span', [{ type: 'text', value: nodeStart + index + nodeEnd }])
}

/** An element that is there for the parser only. */
function wrap(tagName: string, children: HastContent[]): Element {
  return {
    type: 'element',
    tagName,
    properties: { dataNode: nodeStart },
    children: children as Element['children'],
  }
}

function parse(children: HastContent[]): HastContent[] {
  const tree = raw({ type: 'root', children })
  return tree.type === 'root' ? tree.children : [tree as HastContent]
}
