import { fromHtml } from 'hast-util-from-html'
import type { Nodes } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/**
 * The words of a poll's question or option, for where there is no markup: a page's title, a table on a terminal, a file.
 * @param node a part of the tree, merge tags as tokens or not
 * @returns one line
 */
export function plainWords(node: Nodes): string {
  return print(node).replace(/\s+/g, ' ').trim()
}

/** What holds blocks, whose words do not run on from one to the next. */
const flow = new Set(['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow'])

function print(node: Nodes): string {
  if (node.type === 'html') return printHtml(node.value)
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  if ('alt' in node) return node.alt ?? ''
  return 'children' in node ? node.children.map(print).join(flow.has(node.type) ? ' ' : '') : ''
}

/** Within a line of Markdown this is a tag, which has no words; as a block of its own it is a piece of a page. */
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
