import { isDeepStrictEqual } from 'node:util'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { VFileMessage } from 'vfile-message'
import { voidElements } from '../../src/parse/html-elements.ts'
import { type RenderedDocument, renderDocument, renderWeb } from './render-document.ts'
import { findLostWords } from './words.ts'

/** A broken promise: which one, and how. */
export interface Failure {
  property: string
  detail: string
}

/** Ways to write the same document. */
const spellings: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
]

/**
 * Renders a document and finds what does not hold.
 * @param seed chooses what is done for some documents only, since it takes long: the checks are run, the document is
 *   rendered again in another spelling, the web copy is rendered
 */
export async function findFailure(text: string, target: string, seed: number): Promise<Failure | undefined> {
  try {
    const checked = seed % 8 === 0
    const first = await renderDocument(text, target, { checked })
    const spell = spellings[seed % 9]
    const second = spell && (await renderDocument(spell(text), target, { checked }))
    const web = seed % 10 === 0 ? await renderWeb(text, target) : ''
    return (
      findPrivateCharacter(first, web) ??
      findWrongPlace(first.file) ??
      findStrangeMessage(first.file) ??
      findBrokenHtml('email', first.email.html) ??
      (web === '' ? undefined : findBrokenHtml('web copy', web)) ??
      (second && findDifference(first, second)) ??
      findLostWords(first)
    )
  } catch (error) {
    const { stack = '' } = error as Error
    const [reason, ...calls] = stack.split('\n')
    const call = calls.find((line) => line.includes('/src/')) ?? calls[0] ?? ''
    return { property: 'no exception', detail: `${reason} ${call.replace(/.*\/src\//, '')}` }
  }
}

function findPrivateCharacter({ file, email, rendered }: RenderedDocument, web: string): Failure | undefined {
  const { html, text, subject, preheader } = email
  const { links, polls, sponsors, pages, images } = rendered
  const records = JSON.stringify([links, polls, sponsors, pages, images.map(({ output }) => output)])
  const messages = JSON.stringify(file.messages.map(({ reason, note }) => [reason, note]))
  for (const [name, output] of Object.entries({ html, text, subject, preheader, web, records, messages })) {
    const found = /.{0,30}[\ue000-\uf8ff\ufdd0-\ufdef].{0,30}/u.exec(output)?.[0]
    if (found) return { property: `no private character in the ${name}`, detail: formatCharacters(found) }
  }
  return undefined
}

function formatCharacters(text: string): string {
  return text.replace(/[\ue000-\uf8ff\ufdd0-\ufdef]/g, (sign) => `<${sign.charCodeAt(0).toString(16)}>`)
}

function findWrongPlace(file: VFile): Failure | undefined {
  const points = location(file)
  for (const message of file.messages) {
    const { place } = message
    if (!place) continue
    const [start, end] = 'start' in place ? [place.start, place.end] : [place, place]
    const detail = `${message.ruleId} ${message.reason} ${JSON.stringify(place)}`
    for (const point of [start, end]) {
      const offset = points.toOffset(point)
      if (offset === undefined) return { property: 'places are within the file', detail }
      if (point.offset !== undefined && point.offset !== offset)
        return { property: 'offsets agree with lines and columns', detail: `${detail} ${offset}` }
    }
    if ((points.toOffset(start) ?? 0) > (points.toOffset(end) ?? 0))
      return { property: 'places end after they start', detail }
    if (message.line !== start.line || message.column !== start.column)
      return { property: 'lines agree with places', detail }
  }
  return undefined
}

function findStrangeMessage({ messages }: VFile): Failure | undefined {
  const strange = messages.find(({ reason, note = '' }) =>
    /\bundefined\b|\[object |\bNaN\b|``(?! )(?!`)/.test(`${reason} ${note}`.replace(/``+ .*? ``+/g, '')),
  )
  return strange && { property: 'messages are sentences', detail: `${strange.reason} / ${strange.note}` }
}

/** What parsers mend silently, or report although it is common. */
const mattersNot = new Set(['missing-whitespace-between-attributes'])

function findBrokenHtml(name: string, html: string): Failure | undefined {
  // A merge tag may contain what looks like an element, and quotation marks within those of an attribute.
  if (/<%|\{\{[^\n}]*[<"]|\*\|[^\n|]*[<"]/.test(html)) return undefined
  const errors: string[] = []
  fromHtml(html, {
    onerror: ({ ruleId = '', line, column }: VFileMessage) => {
      if (!mattersNot.has(ruleId)) errors.push(`${ruleId} ${line}:${column}`)
    },
  })
  const detail = errors[0] ?? findUnbalanced(html)
  return detail === undefined ? undefined : { property: `HTML of the ${name} parses`, detail }
}

const tag = /<!--[\s\S]*?-->|<(\/?)([a-z][\w:-]*)(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/gi

function findUnbalanced(html: string): string | undefined {
  const open: string[] = []
  for (const { 0: whole, 1: slash, 2: name } of html.matchAll(tag)) {
    if (name === undefined || voidElements.has(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return `${whole} ends ${name}`
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> is left open`
}

function findDifference(first: RenderedDocument, second: RenderedDocument): Failure | undefined {
  const property = 'equal documents give equal results'
  const [one, other] = [first, second].map(({ file, email }) => ({
    html: email.html,
    text: email.text,
    subject: email.subject,
    preheader: email.preheader,
    messages: file.messages.map(({ reason, place, note, ruleId }) => [reason, place, note, ruleId]),
  }))
  for (const key of Object.keys(one ?? {}) as (keyof NonNullable<typeof one>)[])
    if (!isDeepStrictEqual(one?.[key], other?.[key]))
      return { property, detail: `${key}: ${JSON.stringify(one?.[key])} and ${JSON.stringify(other?.[key])}` }
  return undefined
}

/** What a reader sees of HTML, with the words that stand for pictures. */
export function readHtml(html: string): string {
  const read = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (!('children' in node)) return ''
    const inside = node.children.map(read).join('')
    if (node.type !== 'element') return inside
    if (['script', 'style', 'title', 'template'].includes(node.tagName)) return ''
    return `${node.properties.alt ?? ''}${inside}`
  }
  return read(fromHtml(html))
}
