import { startTag } from '../hast/start-tag.ts'
import type { LinkRecord } from '../types.ts'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** A link from its start tag, whose attribute values can contain any character, to its end tag. */
const link = /<a(?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?>([\s\S]*?)<\/a>/gi
const address = /\shref="([^"]*)"/i

/** Comments and tags. */
const markup = new RegExp(`<!--[\\s\\S]*?-->|${startTag.source}|<[^>]*>`, 'gi')
const picture = /^<img\b(?:[\s\S]*?\salt="([^"]*)")?/i

/** Extracts the links of a finished document, in order, with their text as a reader sees it. */
export function extractLinks(html: string): LinkRecord[] {
  return [...html.matchAll(link)].flatMap(([whole, inner = '']) => {
    const tag = whole.slice(0, whole.length - inner.length - '</a>'.length)
    const href = address.exec(tag.replace(/\s(?!href=)[a-z-]+="[^"]*"/gi, ''))?.[1]
    if (href === undefined) return []
    return [{ url: decode(href), text: decode(extractText(inner)).replace(/\s+/g, ' ').trim() }]
  })
}

/** The text of markup, with the `alt` of each image. Of an image and its variant for dark mode only one counts. */
function extractText(inner: string): string {
  let end = 0
  let result = ''
  let lastAlt: string | undefined
  for (const { 0: found, index } of inner.matchAll(markup)) {
    const text = inner.slice(end, index)
    end = index + found.length
    result += text
    if (text.trim() !== '') lastAlt = undefined
    const [isPicture, alt = ''] = picture.exec(found) ?? []
    if (isPicture === undefined) continue
    if (alt !== lastAlt) result += alt
    lastAlt = alt
  }
  return result + inner.slice(end)
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
