import type { VFileMessage } from 'vfile-message'
import { type Failure, readHtml } from './properties.ts'
import type { RenderedDocument } from './render-document.ts'

/** The rules whose messages say that words are left out, or that they are not what they look like. */
const losing = new Set([
  'html-element',
  'html-comment',
  'html-unclosed',
  'footnote-pair',
  'table-cells',
  'front-matter',
  'front-matter-unclosed',
  'front-matter-language',
])

/** Finds a word of the author's prose that is neither in the email nor named as left out. */
export function findLostWords({ file, email }: RenderedDocument): Failure | undefined {
  const source = String(file)
  const html = readHtml(email.html).normalize('NFD').replace(/\s+/g, '')
  const text = email.text.normalize('NFD').replace(/\s+/g, '')
  for (const { 0: word, index } of source.matchAll(/W[a-z][a-z]w/g)) {
    if (isSyntax(index, source) || isReported(index, source, file.messages)) continue
    if (!html.includes(word)) return { property: 'words survive in the HTML', detail: word }
    if (!text.includes(word)) return { property: 'words survive in the plaintext', detail: word }
  }
  return undefined
}

/** What is not prose: comments, tags, addresses, labels of references, merge tags, attributes of blocks. */
const syntax =
  /\[[^\]]*\]\(merge:[^)]*\)|^(?:---\n[\s\S]*?\n---(?:\n|$))|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![a-z][^>]*>|<\/?[a-z][^<>]*>|\]\([^)]*\)|^.*\]:.*$|\[[^\]\n]*\]\[[^\]\n]*\]|^ *[`~]{3,}.*$|\{\{.*?\}\}|\{.*?\}|\*\|.*?\|\*|%.*?%|\[\[.*?\]\]|<div style=.?display:none[\s\S]*|<div hidden[\s\S]*|^:::*only[\s\S]*?:::|<(script|style|title|textarea|template|noscript|select|svg|math)\b[\s\S]*?<\/\1/gim

function isSyntax(index: number, source: string): boolean {
  const run = `${/\S*$/.exec(source.slice(0, index))?.[0]}${/^\S*/.exec(source.slice(index))?.[0]}`
  if (/:\/\/|www\./i.test(run)) return true
  for (const match of source.matchAll(syntax))
    if (match.index <= index && index < match.index + match[0].length) return true
  return false
}

/** Whether a message says at or before the place that something is left out there. */
function isReported(index: number, source: string, messages: readonly VFileMessage[]): boolean {
  const line = source.slice(0, index).split('\n').length
  return messages.some(({ ruleId = '', line: at = 1 }) => losing.has(ruleId) && at <= line)
}
