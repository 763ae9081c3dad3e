import type { Link, Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { SKIP, visitParents } from 'unist-util-visit-parents'
import { memoize } from '../hast/memoize.ts'
import type { Directive } from '../types.ts'
import { defineCheck } from './check.ts'

interface SeenLink {
  link: Link | Directive
  page: string
  text: string
  /** The paragraph, heading or cell around it. */
  block: Nodes | undefined
  /** The text beside it in its list item or table row, if there are numbers in it, such as a date. */
  beside: string | undefined
  /** Whether the text around it explains where it leads. */
  isExplained: boolean
}

export const linkRepetition = defineCheck({
  name: 'link-repetition',
  summary: 'Links with the same text lead to the same page.',
  note: 'People who use a screen reader hear the links as a list and cannot tell these two apart (WCAG 2.2, 2.4.4 and 2.4.9). Say in the link what is behind it. A single word within a sentence (“they [posted](…)”) is not reported, since the sentence explains it.',
  level: 'warning',
  run({ tree }, report) {
    const texts = new Map<string, SeenLink[]>()
    visitParents(tree, (link, ancestors) => {
      if (link.type !== 'link' && link.type !== 'leafDirective') return
      const url = link.type === 'link' ? link.url : getButtonUrl(link)
      const text = toText(link).replace(/\s+/g, ' ').trim()
      // Numbers and signs (`#1234`, `[2]`) are explained by the text beside them.
      if (url === undefined || !/\p{L}{2}/u.test(text)) return
      const block = ancestors.findLast(({ type }) => /^(?:paragraph|heading|tableCell)$/.test(type))
      const key = text.toLowerCase()
      const seen = texts.get(key) ?? []
      const beside = findNumbersBeside(link, ancestors)
      seen.push({ link, page: normalizeUrl(url), text, block, beside, isExplained: isExplained(text, block) })
      texts.set(key, seen)
    })
    for (const seen of texts.values()) {
      const pair = findConflict(seen)
      if (!pair) continue
      const [{ link: first }, { link, text }] = pair
      const line = first.position?.start.line ?? 1
      report(`Unexpected link text \`${text}\`, which leads elsewhere in line ${line}`, { at: link })
    }
  },
})

/** The first two links with the same text that lead to different pages and cannot be told apart by their sentences. */
function findConflict(seen: SeenLink[]): [SeenLink, SeenLink] | undefined {
  if (new Set(seen.map(({ page }) => page)).size < 2) return undefined
  for (const [index, later] of seen.entries()) {
    const earlier = seen
      .slice(0, index)
      .find(
        (known) =>
          known.page !== later.page &&
          !isToldApart(known, later) &&
          ((known.block !== undefined && known.block === later.block) ||
            !known.isExplained ||
            !later.isExplained),
      )
    if (earlier) return [earlier, later]
  }
  return undefined
}

/** Whether two links are in a list of events, say, with another date beside each: `- 12 May: [Sign up](…)`. */
function isToldApart({ beside: one }: SeenLink, { beside: other }: SeenLink): boolean {
  return one !== undefined && other !== undefined && one !== other
}

/** The text of a link's list item or table row without its links; `undefined` when there is no number in it. */
function findNumbersBeside(link: Nodes, ancestors: Nodes[]): string | undefined {
  const entry = ancestors.findLast(({ type }) => type === 'listItem' || type === 'tableRow')
  if (!entry) return undefined
  return link.type === 'link' ? findNumbersWithoutLinks(entry) : findNumbers(entry, link)
}

/** It is the same for all links of an entry, of which there can be thousands. */
const findNumbersWithoutLinks = memoize((entry: Nodes) => findNumbers(entry))

/** @param button a block of the entry that is left out, as links are */
function findNumbers(entry: Nodes, button?: Nodes): string | undefined {
  const parts: string[] = []
  visitParents(entry, (node) => {
    if (node.type === 'link' || node === button) return SKIP
    if (node.type === 'text') parts.push(node.value)
    return undefined
  })
  const text = parts.join(' ').replace(/\s+/g, ' ').trim()
  return /\p{N}/u.test(text) ? text : undefined
}

/** Whether a link is a single word in a sentence, which explains it (WCAG 2.4.4, "link purpose (in context)"). */
function isExplained(text: string, block: Nodes | undefined): boolean {
  if (!block || /\s|^\p{Lu}/u.test(text)) return false
  return measureText(block) > text.length * 2
}

const measureText = memoize((block: Nodes) => toText(block).trim().length)

function getButtonUrl({ name, data }: Directive): string | undefined {
  const url = data?.block?.attributes.url
  return name === 'button' && typeof url === 'string' ? url : undefined
}

/** An address without the parts that may differ between two links to one page. */
function normalizeUrl(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/(?<=[?&])utm_[^&]*&?/gi, '')
    .replace(/[/?&]+$/, '')
    .toLowerCase()
}
