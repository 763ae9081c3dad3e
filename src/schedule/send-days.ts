import type { Schedule } from '../settings.ts'
import { addDays, type Day } from './day.ts'
import { matchesDay, parseRecurrence } from './recurrence.ts'

/** No two send days are further apart: an `other friday` and a first day in the future aside, a month is the longest. */
const longestGap = 62

/** The last day that ISO 8601 writes with four digits, with room for the search. */
const lastDay = '9999-10-01'

/** Whether a schedule has a send day at a date. Days before its `from` are never. */
export function isSendDay(day: Day, { every, from }: Schedule): boolean {
  if (from !== undefined && day < from) return false
  return [every]
    .flat()
    .flatMap((text) => parseRecurrence(text) ?? [])
    .some((recurrence) => matchesDay(recurrence, day, from))
}

/**
 * Finds the first send day after a day.
 * @returns `undefined` when there is none before the year 10000
 */
export function findNextSendDay(after: Day, schedule: Schedule): Day | undefined {
  const { from } = schedule
  const start = from !== undefined && after < from ? from : addDays(after, 1)
  return findSendDay(start, 1, schedule)
}

/** Finds the last send day before a day; `undefined` when there is none, as before the schedule's `from`. */
export function findPreviousSendDay(before: Day, schedule: Schedule): Day | undefined {
  return before < '0001-04-01' ? undefined : findSendDay(addDays(before, -1), -1, schedule)
}

function findSendDay(start: Day, step: 1 | -1, schedule: Schedule): Day | undefined {
  if (start > lastDay) return undefined
  for (let offset = 0; offset <= longestGap; offset += 1) {
    const day = addDays(start, step * offset)
    if (isSendDay(day, schedule)) return day
  }
  return undefined
}
