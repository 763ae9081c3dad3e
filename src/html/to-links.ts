import type { LinkRecord } from '../issue.ts'
import { startTag } from '../theme/marks.ts'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x26': '&' }

/** A start tag of a link, whatever its attributes hold, and what follows up to its end. */
const link = /<a(?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?>([\s\S]*?)<\/a>/gi
const address = /\shref="([^"]*)"/i

/** The links of a finished document, in order, as its readers meet them. */
export function toLinks(html: string): LinkRecord[] {
  return [...html.matchAll(link)].flatMap(([whole, inner = '']) => {
    const tag = whole.slice(0, whole.length - inner.length - '</a>'.length)
    const href = address.exec(tag.replace(/\s(?!href=)[a-z-]+="[^"]*"/gi, ''))?.[1]
    if (href === undefined) return []
    const words = inner
      .replace(startTag, (each) => (/^<img\b/i.test(each) ? (/\salt="([^"]*)"/i.exec(each)?.[1] ?? '') : ''))
      .replace(/<[^>]*>/g, '')
    return [{ url: decode(href), text: decode(words).replace(/\s+/g, ' ').trim() }]
  })
}

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) =>
    Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole,
  )
}
