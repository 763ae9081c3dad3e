import type { Heading } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { createPoints } from '../diagnostics/points.ts'
import { defineCheck } from './check.ts'
import { findNodes } from './readers/find-nodes.ts'

const sentenceEnd = /[.!?…]["'”’»)\]]*$/u

/** The end of a sentence before another; a point after one letter or an ordinal number does not end one. */
const innerEnd =
  /(?:[!?…]|(?<!(?<!\p{L})\p{L}|(?<!\d)\d{1,2})\.)["'”’»)\]]*\s+["'“‘«„(]*(?=[\p{Lu}\p{Lo}\p{N}])/u
const fullWidthEnds = /[。！？][^。！？]+[。！？]["'”’」』）]*$/u

export const headingSetext = defineCheck({
  name: 'heading-setext',
  summary: 'No paragraph is a heading because of the `---` below it.',
  note: 'In Markdown a line of dashes right below a text makes a heading of the text (CommonMark, 4.3). Readers would see the whole paragraph in the letters of a heading, and no divider. For a divider, put a blank line above the dashes. If it is a heading, write it with `##`.',
  level: 'warning',
  run({ tree, file }, report) {
    const source = String(file)
    const points = createPoints(file)
    for (const node of findNodes(tree, 'heading')) {
      const dashes = findDashes(node, source)
      if (!dashes || !hasSentences(toText(node))) continue
      const [start, end] = [points.toPoint(dashes.start), points.toPoint(dashes.end)]
      report('Unexpected heading of several sentences, expected a blank line between the text and `---`', {
        at: start && end ? { start, end } : node,
      })
    }
  },
})

/** The offsets of the dashes below a heading's text, which a heading with `#` has not. */
function findDashes({ position }: Heading, source: string): { start: number; end: number } | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset]
  if (from === undefined || to === undefined) return undefined
  const [, dashes] = /\n[ \t>]*(-+)[ \t]*$/.exec(source.slice(from, to)) ?? []
  if (dashes === undefined) return undefined
  const start = from + source.slice(from, to).lastIndexOf(dashes)
  return { start, end: start + dashes.length }
}

function hasSentences(text: string): boolean {
  const written = text.trim()
  return fullWidthEnds.test(written) || (sentenceEnd.test(written) && innerEnd.test(written))
}
