import { startTag } from '../theme/source-markers.ts'
import type { LinkRecord } from '../types.ts'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** A start tag of a link, whatever its attributes hold, and what follows up to its end. */
const link = /<a(?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?>([\s\S]*?)<\/a>/gi
const address = /\shref="([^"]*)"/i

/** What is no text: comments, start tags and all other markup. */
const markup = new RegExp(`<!--[\\s\\S]*?-->|${startTag.source}|<[^>]*>`, 'gi')
const picture = /^<img\b(?:[\s\S]*?\salt="([^"]*)")?/i

/** The links of a finished document, in order, as its readers meet them. */
export function extractLinks(html: string): LinkRecord[] {
  return [...html.matchAll(link)].flatMap(([whole, inner = '']) => {
    const tag = whole.slice(0, whole.length - inner.length - '</a>'.length)
    const href = address.exec(tag.replace(/\s(?!href=)[a-z-]+="[^"]*"/gi, ''))?.[1]
    if (href === undefined) return []
    return [{ url: decode(href), text: decode(toWords(inner)).replace(/\s+/g, ' ').trim() }]
  })
}

/** A picture stands for its words; of a picture and its twin for dark mode, a reader sees one. */
function toWords(inner: string): string {
  let end = 0
  let words = ''
  let before: string | undefined
  for (const { 0: found, index } of inner.matchAll(markup)) {
    const text = inner.slice(end, index)
    end = index + found.length
    words += text
    if (text.trim() !== '') before = undefined
    const [isPicture, alt = ''] = picture.exec(found) ?? []
    if (isPicture === undefined) continue
    if (alt !== before) words += alt
    before = alt
  }
  return words + inner.slice(end)
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
