import type { ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import PostalMime from 'postal-mime'

/** Elements that begin on a line of their own. */
const blocks =
  /^(?:address|article|blockquote|body|center|dd|div|dl|dt|footer|form|h[1-6]|header|hr|html|li|main|ol|p|pre|section|table|tbody|td|th|tr|ul)$/

/** Elements whose text nobody reads. */
const hidden = /^(?:head|noscript|script|style|title|template)$/

/** How Gmail, Yahoo, Thunderbird, Proton and Zoho name the element around what they quote. */
const quoteClass = /^(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra)$/

/** The elements behind which Outlook and its web and mobile versions quote. */
const quoteStart =
  /^(?:x_)?(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)$/i

/**
 * Extracts the text of a reply.
 * @param mail its header and body (RFC 5322), whose end may be missing
 * @returns its plaintext, else the words of its HTML without what is quoted; empty if it has none or cannot be parsed
 */
export async function extractReplyText(mail: Uint8Array): Promise<string> {
  try {
    const { text, html } = await PostalMime.parse(mail)
    if (text !== undefined && text.trim() !== '') return text
    return html === undefined ? '' : extractHtmlText(html)
  } catch {
    return ''
  }
}

function extractHtmlText(html: string): string {
  const state = { text: '', isOver: false }
  for (const node of fromHtml(html).children) printNode(node, state)
  return state.text
}

function printNode(node: RootContent | ElementContent, state: { text: string; isOver: boolean }): void {
  if (state.isOver) return
  if (node.type === 'text') state.text += node.value.replace(/\s+/g, ' ')
  if (node.type !== 'element' || hidden.test(node.tagName)) return
  const { id, className } = node.properties
  if (quoteStart.test(String(id ?? ''))) state.isOver = true
  const classes = Array.isArray(className) ? className.map(String) : []
  if (state.isOver || node.tagName === 'blockquote' || classes.some((name) => quoteClass.test(name))) return
  const isBlock = blocks.test(node.tagName) || node.tagName === 'br'
  if (isBlock) state.text += '\n'
  for (const child of node.children) printNode(child, state)
  if (isBlock && node.tagName !== 'br') state.text += '\n'
}
