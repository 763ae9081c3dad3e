import { isReadable } from '../private-use.ts'
import { segmentText } from '../typeset/segment-text.ts'
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

/** Whether the two are equal, or the longer one begins with all words of the shorter one. */
function repeats(preheader: string, other: string): boolean {
  const [some, more] = [splitIntoWords(preheader), splitIntoWords(other)].sort((a, b) => a.length - b.length)
  if (!some || !more || some.length === 0) return false
  const isWhole = some.every((word, index) => word === more[index])
  // One or two common words at the beginning may be a name.
  return isWhole && (some.length === more.length || some.length >= 3)
}

/** Created once, when it is first needed, since that takes long. */
let segmenter: Intl.Segmenter | undefined

/** Splits a text of any script into words, in lower case, normalized, without punctuation and emoji. */
function splitIntoWords(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  const words = segmentText(text.normalize('NFKC').toLowerCase(), segmenter)
  return [...words].filter(({ segment }) => isReadable(segment)).map(({ segment }) => segment)
}
