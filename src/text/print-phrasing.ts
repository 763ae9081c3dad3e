import type { PhrasingContent } from 'mdast'
import { isCjk } from '../typeset/cjk.ts'
import { appendNote } from './notes.ts'
import { printEmphasis } from './print-emphasis.ts'
import { hasUrlAsText, isContactAsText, isScreenOnly, printUrl } from './print-url.ts'
import { HARD_BREAK } from './reflow.ts'
import type { Neighbours, State } from './state.ts'

type PhrasingWriters = {
  [Type in PhrasingContent['type']]: (
    node: Extract<PhrasingContent, { type: Type }>,
    state: State,
    neighbours: Neighbours,
  ) => string
}

/** The writer of each node type. A missing type is a compile error. */
const phrasingWriters: PhrasingWriters = {
  text: (node, state) => state.literal(node.value.replaceAll('\t', ' ')),
  emphasis: (node, state, neighbours) => printEmphasis('_', node.children, state, neighbours),
  strong: (node, state, neighbours) => printEmphasis('*', node.children, state, neighbours),
  delete: (node, state, neighbours) => printEmphasis('~', node.children, state, neighbours),
  inlineCode: (node, state) => fence(state.literal(node.value.replaceAll('\n', ' '))),
  break: () => HARD_BREAK,
  html: () => '',
  image: (node, state) => printImage(node.alt, state),
  imageReference: (node, state) => printImage(node.alt, state),
  link: (node, state, neighbours) => printLink(node, state.resolve(node.url), state, neighbours),
  linkReference: (node, state, neighbours) =>
    printLink(node, state.definition(node.identifier)?.url ?? '', state, neighbours),
  footnoteReference: (node, state, { before }) => {
    const space = /^\s?$/u.test(before) || isCjk(before) ? '' : ' '
    return `${space}[${state.footnotes.label(node.identifier.toUpperCase())}]`
  },
  textDirective: (node, state, neighbours) => state.phrasing(node.children, neighbours),
}

/** Prints one inline node, with line breaks of the source and `HARD_BREAK`s still in it. */
export function printPhrasing(node: PhrasingContent, state: State, neighbours: Neighbours): string {
  const write = phrasingWriters[node.type] as (
    node: PhrasingContent,
    state: State,
    neighbours: Neighbours,
  ) => string
  return write(node, state, neighbours)
}

/** Code in backticks, in double ones if it contains one. */
function fence(code: string): string {
  if (!code.includes('`')) return `\`${code}\``
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : ''
  return `\`\`${pad}${code}${pad}\`\``
}

/** An image without a description is decorative and prints nothing. */
function printImage(alt: string | null | undefined, state: State): string {
  return alt?.trim() ? `[${state.imageWord}${state.colon}${state.literal(oneLine(alt))}]` : ''
}

function printLink(
  node: Extract<PhrasingContent, { type: 'link' | 'linkReference' }>,
  url: string,
  state: State,
  neighbours: Neighbours,
): string {
  const text = state.phrasing(node.children, neighbours)
  if (isScreenOnly(url)) return text
  if (text.trim() === '') return printUrl(url, neighbours)
  if (isContactAsText(node, url)) return text
  if (hasUrlAsText(node, url)) return printUrl(url, neighbours)
  return appendNote(text, state.links.label(url))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
