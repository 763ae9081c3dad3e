import { defineCheck } from './check.ts'
import { measureInboxWidth } from './readers/measure-inbox-width.ts'

export const preheaderLength = defineCheck({
  name: 'preheader-length',
  summary: 'The preheader, which inboxes show after the subject, is not cut off everywhere.',
  note: 'Inboxes show about 85 to 100 letters of a preheader; Gmail on a wide screen shows up to 200, less the length of the subject. An ideograph or an emoji is as wide as two letters. Put what matters first, and move the rest into the text.',
  level: 'warning',
  options: { max: 150 },
  run({ matter, entry }, report, { max }) {
    const { letters, words } = measureInboxWidth(matter.preheader)
    if (letters <= max) return
    report(`Unexpected preheader of ${words}, expected at most ${max}`, { at: entry('preheader') })
  },
})
