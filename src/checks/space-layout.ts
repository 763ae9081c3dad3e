import type { Paragraph } from 'mdast'
import { textBefore } from '../typeset/text-before.ts'
import { defineCheck } from './check.ts'
import { extractProse } from './readers/extract-prose.ts'
import { findNodes } from './readers/find-nodes.ts'
import type { Passage } from './readers/passage.ts'

/**
 * Two or more spaces in a row, ordinary or fixed (which HTML does not collapse). `\u2060` pads the rest of an entity such as
 * `&nbsp;`. The ideographic space is punctuation, and not included.
 */
const runs = /(?<=\S)(?:[ \t\u00a0\u2000-\u200a\u202f]\u2060*){2,}(?=\S)/gu
const fixed = /[\u00a0\u2000-\u200a\u202f]/g

const collapses =
  'HTML shows several spaces as one, so that nothing stays aligned by them. For columns, write a table; otherwise, type one space.'
const breaks =
  'Clients give fixed spaces different widths, phones break the line elsewhere, and screen readers pause or read “blank”. For columns, write a table; for room between blocks, write `::spacer`.'

export const spaceLayout = defineCheck({
  name: 'space-layout',
  summary: 'Spaces only separate words; they do not lay out text.',
  note: breaks,
  level: 'warning',
  run(context, report) {
    const source = String(context.file)
    for (const passage of extractProse(context))
      for (const { start, end, count, isFixed } of findRuns(passage)) {
        const name = isFixed ? 'fixed spaces' : 'spaces'
        const place = passage.place(start, end)
        // Ordinary spaces on both sides of a tag or a comment.
        if (!isFixed && /^[ \t]+</.test(source.slice(place?.start.offset, place?.end.offset))) continue
        report(`Unexpected ${count} ${name} in a row, expected one`, {
          at: place,
          note: isFixed ? breaks : collapses,
        })
      }
    for (const node of findNodes(context.tree, 'paragraph')) {
      if (isBlank(node))
        report('Unexpected paragraph of nothing but fixed spaces, expected `::spacer`', {
          at: node.position,
        })
    }
  },
})

interface Run {
  start: number
  end: number
  count: number
  isFixed: boolean
}

function findRuns({ text, raw }: Passage): Run[] {
  return [...text.matchAll(runs)].flatMap(({ 0: run, index: start }): Run[] => {
    const end = start + run.length
    const count = run.match(fixed)?.length ?? 0
    if (count >= 2) return [{ start, end, count, isFixed: true }]
    // Raw HTML is indented for its author, and some typists put two spaces after a sentence: neither is reported.
    const isBetweenWords =
      /[\p{L}\p{N},]$/u.test(textBefore(text, start, 2)) && /^[\p{L}\p{N}]/u.test(text.slice(end))
    if (raw || count > 0 || (run.length < 3 && !isBetweenWords)) return []
    return [{ start, end, count: run.length, isFixed: false }]
  })
}

function isBlank({ children }: Paragraph): boolean {
  const text = children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'break' ? '' : 'x'))
    .join('')
  return text !== '' && /^[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]*$/u.test(text)
}
