import { isReadable } from '../private-use.ts'
import { defineCheck } from './check.ts'

export const preheaderRepetition = defineCheck({
  name: 'preheader-repetition',
  summary: 'The preheader does not repeat the subject or the title.',
  note: 'Inboxes show the preheader right after the subject, and the message opens with the title: readers would see the same words twice. Let the preheader continue where the subject stops.',
  level: 'warning',
  run({ matter, entry }, report) {
    const at = entry('preheader')
    if (repeats(matter.preheader, matter.subject))
      report('Unexpected preheader that repeats the subject, expected something new', { at })
    else if (repeats(matter.preheader, matter.title))
      report('Unexpected preheader that repeats the title, expected something new', { at })
  },
})

/** True when one says no more than the other, or takes it up word for word before it goes on. */
function repeats(preheader: string, other: string): boolean {
  const [some, more] = [splitIntoWords(preheader), splitIntoWords(other)].sort((a, b) => a.length - b.length)
  if (!some || !more || some.length === 0) return false
  const isWhole = some.every((word, index) => word === more[index])
  // One or two words at the beginning of both are a subject that is taken up, such as a name.
  return isWhole && (some.length === more.length || some.length >= 3)
}

/** Words without case, accents' forms, punctuation and emoji; a script without spaces gives its own words. */
function splitIntoWords(text: string): string[] {
  const words = new Intl.Segmenter('en', { granularity: 'word' }).segment(
    text.normalize('NFKC').toLowerCase(),
  )
  return [...words].filter(({ segment }) => isReadable(segment)).map(({ segment }) => segment)
}
