import { defineCheck } from './check.ts'
import { findSubjectPlace } from './readers/find-subject-place.ts'

/** SpamAssassin accepts a single word and fewer than ten characters in capitals, and so does this check. */
const fewest = 10

export const subjectCapitals = defineCheck({
  name: 'subject-capitals',
  summary: 'The subject line is not written in capitals.',
  note: 'A subject in capitals reads as shouting, is slower to read, and costs points with spam filters (SpamAssassin: `SUBJ_ALL_CAPS`). Write it as you would write a sentence.',
  level: 'warning',
  run(context, report) {
    if (!isInCapitals(context.matter.subject)) return
    report('Unexpected subject in capitals, expected lower case', { at: findSubjectPlace(context) })
  },
})

/** Whether a text consists of several words in capitals. Short words separated by punctuation may be acronyms. */
function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  const isCapitals = !/(?!ß)\p{Ll}/u.test(text) && capitals.length * 2 >= letters.length
  if (!isCapitals || capitals.length < fewest) return false
  const words = text.match(/\p{Lu}[\p{Lu}\p{M}’']+/gu) ?? []
  const isPhrase = /(?:\p{Lu}{2,} +){2}\p{Lu}{2,}/u.test(text)
  return isPhrase || (words.length >= 2 && words.some((word) => word.length > 5))
}
