import { defineCheck } from './check.ts'
import { findSubjectPlace } from './readers/find-subject-place.ts'
import { measureInboxWidth } from './readers/measure-inbox-width.ts'

export const subjectLength = defineCheck({
  name: 'subject-length',
  summary: 'The subject line is not cut off everywhere.',
  note: 'Phones show the first 33 to 43 letters of a subject, desktops 60 to 70; an ideograph or an emoji is as wide as two letters. Put what matters into the first 33, and the rest into the preheader. To allow only subjects that every phone shows whole, set `max: 33`.',
  level: 'warning',
  options: { max: 70 },
  run(context, report, { max }) {
    const { letters, words } = measureInboxWidth(context.matter.subject)
    if (letters <= max) return
    report(`Unexpected subject of ${words}, expected at most ${max}`, { at: findSubjectPlace(context) })
  },
})
