import { fromHtml } from 'hast-util-from-html'
import type { Nodes } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * The words of a poll's question or option without markup, for a page's title, a table on a terminal, a file.
 * @param node a part of the tree; merge tags may be replaced by tokens
 * @returns one line
 */
export function plainWords(node: Nodes): string {
  return print(node).replace(/\s+/g, ' ').trim()
}

/** Nodes whose children are separated by a space. */
const flow = new Set(['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow'])

function print(node: Nodes): string {
  if (node.type === 'html') return printHtml(node.value)
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  if ('alt' in node) return node.alt ?? ''
  return 'children' in node ? node.children.map(print).join(flow.has(node.type) ? ' ' : '') : ''
}

/** Inline HTML is a single tag, which has no words; block HTML is a fragment with content. */
function printHtml(html: string): string {
  let words = ''
  visit(fromHtml(html, { fragment: true }), (node) => {
    if (node.type === 'text') words += node.value
    if (node.type !== 'element') return undefined
    if (/^(?:br|p|div|li|t[dh]|h[1-6])$/.test(node.tagName)) words += ' '
    if (node.tagName === 'img') words += String(node.properties.alt ?? '')
    return /^(?:script|style)$/.test(node.tagName) ? SKIP : undefined
  })
  return words
}
