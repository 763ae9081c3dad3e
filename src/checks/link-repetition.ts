import type { Link, Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { visitParents } from 'unist-util-visit-parents'
import type { Directive } from '../types.ts'
import { defineCheck } from './check.ts'

interface Seen {
  link: Link | Directive
  page: string
  text: string
  /** The paragraph, heading or cell around it. */
  block: Nodes | undefined
  isTold: boolean
}

export const linkRepetition = defineCheck({
  name: 'link-repetition',
  summary: 'Links with the same text lead to the same page.',
  note: 'Who uses a screen reader hears the links as a list and cannot tell these two apart (WCAG 2.2, 2.4.4 and 2.4.9). Say in the link what is behind it. A word within a sentence (“they [posted](…)”) is told by its sentence, and not asked for.',
  level: 'warning',
  run({ tree }, report) {
    const texts = new Map<string, Seen[]>()
    visitParents(tree, (link, ancestors) => {
      if (link.type !== 'link' && link.type !== 'leafDirective') return
      const url = link.type === 'link' ? link.url : toButtonUrl(link)
      const text = toText(link).replace(/\s+/g, ' ').trim()
      // Numbers and signs (`#1234`, `[2]`) are told by what they stand beside.
      if (url === undefined || !/\p{L}{2}/u.test(text)) return
      const block = ancestors.findLast(({ type }) => /^(?:paragraph|heading|tableCell)$/.test(type))
      const key = text.toLowerCase()
      const seen = texts.get(key) ?? []
      seen.push({ link, page: toPage(url), text, block, isTold: isTold(text, block) })
      texts.set(key, seen)
    })
    for (const seen of texts.values()) {
      const pair = toPair(seen)
      if (!pair) continue
      const [{ link: first }, { link, text }] = pair
      const line = first.position?.start.line ?? 1
      report(`Unexpected link text \`${text}\`, which leads elsewhere in line ${line}`, { at: link })
    }
  },
})

/** The first two links of one text that lead to two pages, and that nothing else tells apart. */
function toPair(seen: Seen[]): [Seen, Seen] | undefined {
  if (new Set(seen.map(({ page }) => page)).size < 2) return undefined
  for (const [index, later] of seen.entries()) {
    const earlier = seen
      .slice(0, index)
      .find(
        (known) =>
          known.page !== later.page &&
          ((known.block !== undefined && known.block === later.block) || !known.isTold || !later.isTold),
      )
    if (earlier) return [earlier, later]
  }
  return undefined
}

/** One word amid a sentence: the sentence says what it leads to (WCAG 2.4.4, "link purpose (in context)"). */
function isTold(text: string, block: Nodes | undefined): boolean {
  if (!block || /\s|^\p{Lu}/u.test(text)) return false
  return toText(block).trim().length > text.length * 2
}

function toButtonUrl({ name, data }: Directive): string | undefined {
  const url = data?.block?.attributes.url
  return name === 'button' && typeof url === 'string' ? url : undefined
}

/** An address without what may differ between two links to one page. */
function toPage(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/(?<=[?&])utm_[^&]*&?/gi, '')
    .replace(/[/?&]+$/, '')
    .toLowerCase()
}
