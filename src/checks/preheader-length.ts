import { defineCheck } from './check.ts'
import { measureInboxWidth } from './readers/measure-inbox-width.ts'

export const preheaderLength = defineCheck({
  name: 'preheader-length',
  summary: 'The inbox line after the subject is not cut off everywhere.',
  note: 'Inboxes show about 85 to 100 letters of a preheader, Gmail on a wide screen up to 200 less the subject; an ideograph or an emoji is as wide as two. Say what matters first, and leave the rest to the text.',
  level: 'warning',
  options: { max: 150 },
  run({ matter, entry }, report, { max }) {
    const { letters, words } = measureInboxWidth(matter.preheader)
    if (letters <= max) return
    report(`Unexpected preheader of ${words}, expected at most ${max}`, { at: entry('preheader') })
  },
})
