import { defineCheck } from './check.ts'
import { extractAsides } from './readers/extract-asides.ts'
import { extractProse } from './readers/extract-prose.ts'
import { findLeftovers, introducesTk } from './readers/find-leftovers.ts'

export const wordLeftover = defineCheck({
  name: 'word-leftover',
  summary:
    'No marker of unfinished text is left: `TK`, `TODO`, `FIXME`, `XXX`, lorem ipsum, `[placeholder]`.',
  note: 'It marks text that was to be filled in before sending. Replace it with the finished text, or delete it. If you write about the marker itself, put it in quotes or in backticks.',
  level: 'error',
  run(context, report) {
    const passages = [...extractProse(context), ...extractAsides(context)]
    const language = {
      lang: context.matter.lang,
      knowsTk: passages.some(({ text }) => introducesTk(text)),
    }
    for (const { text, place } of passages)
      for (const { word, start, sure } of findLeftovers(text, language)) {
        const at = place(start, start + word.length)
        // Words in brackets and a marker that is a word of its sentence may be intended.
        report(`Unexpected \`${word}\`, expected the finished text`, {
          at,
          ...(!sure && { level: 'warning' }),
        })
      }
  },
})
