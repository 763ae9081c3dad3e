import type { PhrasingContent } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { isCjk } from '../typeset/cjk.ts'
import { appendNote } from './notes.ts'
import { printMarked } from './print-marked.ts'
import { isSilent, printUrl, saysItsUrl } from './print-url.ts'
import { HARD_BREAK } from './reflow.ts'
import type { Place, State } from './state.ts'

type PhrasingWriters = {
  [Type in PhrasingContent['type']]: (
    node: Extract<PhrasingContent, { type: Type }>,
    state: State,
    place: Place,
  ) => string
}

/** How each kind of inline content reads in plaintext. The compiler names a kind that is forgotten here. */
const phrasingWriters: PhrasingWriters = {
  text: (node, state) => state.literal(node.value.replaceAll('\t', ' ')),
  emphasis: (node, state, place) => printMarked('_', node.children, state, place),
  strong: (node, state, place) => printMarked('*', node.children, state, place),
  delete: (node, state, place) => printMarked('~', node.children, state, place),
  inlineCode: (node, state) => fence(state.literal(node.value.replaceAll('\n', ' '))),
  break: () => HARD_BREAK,
  html: () => '',
  image: (node, state) => printImage(node.alt, state),
  imageReference: (node, state) => printImage(node.alt, state),
  link: (node, state, place) => printLink(node, state.resolve(node.url), state, place),
  linkReference: (node, state, place) =>
    printLink(node, state.definition(node.identifier)?.url ?? '', state, place),
  footnoteReference: (node, state, place) => {
    const space = /^\s?$/u.test(place.before) || isCjk(place.before) ? '' : ' '
    return `${space}[${state.footnotes.mark(node.identifier.toUpperCase())}]`
  },
  textDirective: (node, state, place) => state.phrasing(node.children, place),
}

/** Prints one node of inline content. */
export function printPhrasing(node: PhrasingContent, state: State, place: Place): string {
  const write = phrasingWriters[node.type] as (node: PhrasingContent, state: State, place: Place) => string
  return write(node, state, place)
}

/** Code in backticks, in double ones when it has one of its own. */
function fence(code: string): string {
  if (!code.includes('`')) return `\`${code}\``
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : ''
  return `\`\`${pad}${code}${pad}\`\``
}

/** A picture without a description is decoration: nothing is missed without it. */
function printImage(alt: string | null | undefined, state: State): string {
  return alt?.trim() ? `[${state.imageWord}: ${state.literal(oneLine(alt))}]` : ''
}

function printLink(
  node: Extract<PhrasingContent, { type: 'link' | 'linkReference' }>,
  url: string,
  state: State,
  place: Place,
): string {
  const text = state.phrasing(node.children.map(toDescription), place)
  if (isSilent(url)) return text
  if (text.trim() === '') return printUrl(url, place)
  if (saysItsUrl(node, url) && !url.startsWith('mailto:')) return printUrl(url, place)
  if (saysItsUrl(node, url) && isTypedBare(node)) return text
  return appendNote(text, state.links.mark(url))
}

/** True for an address that stands in the source as it is read, with no mark that makes a link of it. */
function isTypedBare(node: PhrasingContent): boolean {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return false
  return end.offset - start.offset === toPlain(node).length
}

/** In a link, a picture's description is the link's words. */
function toDescription(node: PhrasingContent): PhrasingContent {
  const isImage = node.type === 'image' || node.type === 'imageReference'
  return isImage ? { type: 'text', value: oneLine(toPlain(node)) } : node
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
