import type { Paragraph } from 'mdast'
import { visit } from 'unist-util-visit'
import { defineCheck } from './check.ts'
import { extractProse } from './readers/extract-prose.ts'
import type { Passage } from './readers/passage.ts'

/** Spaces that HTML keeps, each with the stand-in for the rest of its entity; the ideographic one is punctuation. */
const runs = /(?<=\S)(?:[ \t\u00a0\u2000-\u200a\u202f]\u2060*){2,}(?=\S)/gu
const kept = /[\u00a0\u2000-\u200a\u202f]/g

const collapses =
  'HTML shows any number of spaces as one, so that what they set apart moves together. For columns write a table; for one space, type one.'
const breaks =
  'Clients give spaces different widths, phones break the line elsewhere, and screen readers pause or say “blank”. For columns write a table; for room between blocks, `::spacer`.'

export const spaceLayout = defineCheck({
  name: 'space-layout',
  summary: 'Spaces separate words and do nothing else.',
  note: breaks,
  level: 'warning',
  run(context, report) {
    for (const passage of extractProse(context))
      for (const { start, end, count, isKept } of toRuns(passage)) {
        const name = isKept ? 'fixed spaces' : 'spaces'
        report(`Unexpected ${count} ${name} in a row, expected one`, {
          at: passage.place(start, end),
          note: isKept ? breaks : collapses,
        })
      }
    visit(context.tree, 'paragraph', (node) => {
      if (isBlank(node))
        report('Unexpected paragraph of nothing but fixed spaces, expected `::spacer`', {
          at: node.position,
        })
    })
  },
})

interface Run {
  start: number
  end: number
  count: number
  isKept: boolean
}

function toRuns({ text, raw }: Passage): Run[] {
  return [...text.matchAll(runs)].flatMap(({ 0: run, index: start }): Run[] => {
    const end = start + run.length
    const count = run.match(kept)?.length ?? 0
    if (count >= 2) return [{ start, end, count, isKept: true }]
    // The source of raw HTML is laid out for whoever writes it; two spaces after a sentence are a habit of typists.
    const isBetweenWords =
      /[\p{L}\p{N},]$/u.test(text.slice(0, start)) && /^[\p{L}\p{N}]/u.test(text.slice(end))
    if (raw || count > 0 || (run.length < 3 && !isBetweenWords)) return []
    return [{ start, end, count: run.length, isKept: false }]
  })
}

function isBlank({ children }: Paragraph): boolean {
  const text = children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'break' ? '' : 'x'))
    .join('')
  return text !== '' && /^[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]*$/u.test(text)
}
