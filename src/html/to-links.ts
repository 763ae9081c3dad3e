import type { LinkRecord } from '../issue.ts'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x26': '&' }

/** The links of a finished document, in order, as its readers meet them. */
export function toLinks(html: string): LinkRecord[] {
  const links = html.matchAll(/<a\b[^>]*?\shref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi)
  return [...links].map(([, href = '', inner = '']) => ({
    url: decode(href),
    text: decode(inner.replace(/<img\b[^>]*?\salt="([^"]*)"[^>]*>/gi, '$1').replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
  }))
}

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
}
