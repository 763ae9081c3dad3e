import type { PhrasingContent, Root, Text } from 'mdast'
import type { Point, Position } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import { endsSpaceless, startsSpaceless } from '../typeset/spaceless.ts'
import { textBefore } from '../typeset/text-before.ts'
import { matchWebAddress } from './match-web-address.ts'

interface Address {
  index: number
  text: string
  url: string
}

const WEB = /(?<![\da-z])(?:https?:\/\/|www\.)[^\s\p{P}]/giu
const MAIL = /(?<![\w+\-.@])(?:mailto:)?([\w+\-.]+)@[\w-]+(?:\.[\w-]+)+/g
const XMPP = /(?<![\w+\-.@])xmpp:([\w+\-.]+)@[\w-]+(?:\.[\w-]+)+(?:\/[\w\-./]*[A-Za-z])?/g
/** Before the part of a mailbox that is in ASCII: its other letters, or a sign that joins it to them, as in `R&D`. */
const MAILBOX_BEFORE = /[\p{L}\p{M}\p{N}]['’&#$%]?$/u

/**
 * Links the addresses that the syntax left in texts: mail addresses, and those of pages within brackets or after
 * quotes. A mail address links to its whole mailbox or not at all: `küche@foo.org` is text, since `che@foo.org` is
 * someone else's.
 * @param tree a tree as parsed, which is changed
 * @param source the Markdown that the tree's positions refer to
 */
export function linkAddresses(tree: Root, source: string): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link' || node.type === 'linkReference') return SKIP
    if (node.type !== 'text' || !parent || index === undefined) return
    const addresses = findAddresses(node.value)
    if (addresses.length === 0) return
    const parts = splitText(node, addresses, source)
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

function findAddresses(text: string): Address[] {
  const web: Address[] = []
  let webEnd = 0
  for (const { index } of text.matchAll(WEB)) {
    // An address can contain others: `https://web.archive.org/web/https://foo.org/`.
    const address = index < webEnd ? undefined : findWebAddress(text, index)
    if (!address) continue
    web.push(address)
    webEnd = index + address.text.length
  }
  const mail = [...text.matchAll(MAIL), ...text.matchAll(XMPP)].flatMap((match) =>
    findMailAddress(text, match),
  )
  let end = 0
  return [...web, ...mail]
    .sort((a, b) => a.index - b.index)
    .filter(({ index, text: { length } }) => {
      if (index < end) return false
      end = index + length
      return true
    })
}

function findWebAddress(text: string, index: number): Address | undefined {
  const before = textBefore(text, index, 20)
  if (!/(?:^|[\s\p{P}\p{S}])$/u.test(before) && !endsSpaceless(before)) return undefined
  const address = text.slice(index, index + matchWebAddress(text.slice(index)))
  if (address === '') return undefined
  return { index, text: address, url: /^www/i.test(address) ? `http://${address}` : address }
}

function findMailAddress(text: string, match: RegExpExecArray): Address[] {
  const [address, local = ''] = match
  const { index } = match
  const before = textBefore(text, index, 20)
  const after = text.slice(index + address.length)
  const isWhole =
    !/[\d\-_]$/.test(address) &&
    !/^\.|\.\.|\.$/.test(local) &&
    (!MAILBOX_BEFORE.test(before) || endsSpaceless(before)) &&
    (!/^[@\p{L}\p{M}\p{N}]/u.test(after) || startsSpaceless(after))
  if (!isWhole) return []
  return [{ index, text: address, url: /^(?:mailto|xmpp):/.test(address) ? address : `mailto:${address}` }]
}

/** Splits a text into texts and links. */
function splitText(node: Text, addresses: readonly Address[], source: string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let done = 0
  let point = node.position?.start
  for (const { index, text, url } of addresses) {
    const start = findPoint(source, point, node.position?.end, text)
    const end = start && movePoint(start, text)
    if (index > done)
      parts.push({ type: 'text', value: node.value.slice(done, index), ...between(point, start) })
    const children: Text[] = [{ type: 'text', value: text, ...between(start, end) }]
    parts.push({ type: 'link', title: null, url, children, ...between(start, end) })
    done = index + text.length
    point = end
  }
  const rest = node.value.slice(done)
  if (rest !== '') parts.push({ type: 'text', value: rest, ...between(point, node.position?.end) })
  return parts
}

function between(start: Point | undefined, end: Point | undefined): { position?: Position } {
  return start && end ? { position: { start, end } } : {}
}

/** Finds an address in the source of its text, unless it is written with escapes there. */
function findPoint(
  source: string,
  from: Point | undefined,
  to: Point | undefined,
  text: string,
): Point | undefined {
  if (from?.offset === undefined || to?.offset === undefined) return undefined
  const skipped = source.slice(from.offset, to.offset).indexOf(text)
  return skipped === -1 ? undefined : movePoint(from, source.slice(from.offset, from.offset + skipped))
}

function movePoint({ line, column, offset = 0 }: Point, passed: string): Point {
  const lines = passed.split('\n')
  const last = lines.at(-1) ?? ''
  return {
    line: line + lines.length - 1,
    column: lines.length === 1 ? column + last.length : last.length + 1,
    offset: offset + passed.length,
  }
}
