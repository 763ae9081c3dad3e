import { weekdayOf } from '../schedule/day.ts'
import { weekdayNames } from '../schedule/recurrence.ts'
import { findNextSendDay, findPreviousSendDay, isSendDay } from '../schedule/send-days.ts'
import { convertToZone, type ZonedTime } from '../schedule/zoned-time.ts'
import type { Schedule } from '../settings.ts'
import { defineCheck } from './check.ts'

export const dateSchedule = defineCheck({
  name: 'date-schedule',
  summary: "The issue's date is one that `schedule` in the config names.",
  note: 'The email would be prepared for another day than readers expect it on, or `merge:next_issue` in the issue before announces another one. Correct the `date`, or the name of the file that it comes from. When the schedule has changed, write its first day as `from` into the config: earlier issues are not compared with it.',
  level: 'warning',
  run({ matter: { date }, settings: { schedule }, entry }, report) {
    if (date === undefined || schedule === undefined) return
    const { day, time } = resolveMoment(date, schedule)
    if (schedule.from !== undefined && day < schedule.from) return
    const at = entry('date')
    if (!isSendDay(day, schedule)) {
      const near = [findPreviousSendDay(day, schedule), findNextSendDay(day, schedule)]
      const expected = near.flatMap((each) => (each === undefined ? [] : describeDay(each))).join(' or ')
      report(`Unexpected date ${describeDay(day)}, expected ${expected}`, { at })
    } else if (time !== undefined && schedule.at !== undefined && time !== schedule.at) {
      report(`Unexpected time \`${time}\` in the date \`${date}\`, expected \`${schedule.at}\``, { at })
    }
  },
})

/** The day, and the time of day if there is one, in the schedule's time zone as far as the date says which moment it is. */
function resolveMoment(date: string, { timezone }: Schedule): Pick<ZonedTime, 'day'> & Partial<ZonedTime> {
  const isMoment = /(?:Z|[+-]\d{2}:?\d{2})$/.test(date.slice(10))
  if (isMoment && timezone !== undefined) return convertToZone(Date.parse(date), timezone)
  const time = date.slice(11, 16)
  return { day: date.slice(0, 10), ...(time !== '' && { time }) }
}

function describeDay(day: string): string {
  const name = weekdayNames[weekdayOf(day)] ?? ''
  return `\`${day}\` (${name.charAt(0).toUpperCase()}${name.slice(1)})`
}
