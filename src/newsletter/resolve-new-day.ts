import { UsageError } from '../files/usage-error.ts'
import type { ArchiveIssue } from '../new-issue/archive.ts'
import { isDate } from '../parse/date-text.ts'
import { addDays, type Day } from '../schedule/day.ts'
import { findNextSendDay } from '../schedule/send-days.ts'
import type { Schedule } from '../settings.ts'

interface DayOptions {
  /** As typed; without it, the next day of the schedule, or a week after the last issue. */
  date: string | undefined
  today: Day
  schedule: Schedule | undefined
}

/**
 * Resolves the day of the next issue, which is after that of the last one and not before today.
 * @param latestFirst the archive
 * @throws {UsageError} for a date that is none, is past or has an issue already
 */
export function resolveNewDay(
  latestFirst: readonly ArchiveIssue[],
  { date, today, schedule }: DayOptions,
): Day {
  if (date !== undefined) return validateTypedDay(date, today, latestFirst)
  const last = latestFirst[0]?.date?.slice(0, 10)
  const yesterday = addDays(today, -1)
  if (schedule) {
    const day = findNextSendDay(last !== undefined && last > yesterday ? last : yesterday, schedule)
    if (day === undefined)
      throw new UsageError('Cannot find the next day of `schedule`, expected it with `--date`')
    return day
  }
  if (last === undefined) return today
  const weeks = Math.ceil((Date.parse(today) - Date.parse(last)) / (7 * 86_400_000))
  return addDays(last, 7 * Math.max(1, weeks))
}

function validateTypedDay(date: string, today: Day, archive: readonly ArchiveIssue[]): Day {
  if (date.length !== 10 || !isDate(date))
    throw new UsageError(`Unexpected date \`${date}\`, expected a day that exists, such as \`${today}\``)
  if (date < today)
    throw new UsageError(`Unexpected date \`${date}\`, expected today, \`${today}\`, or a later day`)
  const same = archive.find((issue) => issue.date?.slice(0, 10) === date)
  if (same) throw new UsageError(`Unexpected date \`${date}\`, expected another one: \`${same.path}\` has it`)
  return date
}
