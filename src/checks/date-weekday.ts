import { defineCheck } from './check.ts'
import { extractAsides } from './readers/extract-asides.ts'
import { extractProse } from './readers/extract-prose.ts'
import { findDatedWeekdays } from './readers/find-dated-weekdays.ts'

export const dateWeekday = defineCheck({
  name: 'date-weekday',
  summary: 'The weekday of a date is right.',
  note: 'Readers cannot know which of the two is meant, and come on the wrong day. Look it up, and correct the weekday or the date. A date without a year is taken as the one nearest to the issue’s `date`.',
  level: 'warning',
  run(context, report) {
    const { lang, date } = context.matter
    for (const { text, place } of [...extractProse(context), ...extractAsides(context)])
      for (const { phrase, start, day, weekday, expected } of findDatedWeekdays(text, { lang, date }))
        report(`Unexpected weekday \`${weekday}\` in \`${phrase}\`, expected \`${expected}\`: ${day}`, {
          at: place(start, start + phrase.length),
        })
  },
})
