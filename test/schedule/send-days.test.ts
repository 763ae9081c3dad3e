/** When issues are sent: the days of each form of `schedule.every`, and times in their time zone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findNextSendDay, findPreviousSendDay, isSendDay } from '../../src/schedule/send-days.ts'
import { convertToZone, formatZonedTime, isTimezone } from '../../src/schedule/zoned-time.ts'
import type { Schedule } from '../../src/settings.ts'

interface Case extends Schedule {
  after: string
  days: string[]
}

const cases: Case[] = parse(readFileSync(join(import.meta.dirname, 'send-days.yml'), 'utf8'))

describe.each(cases.map((each): [string, Case] => [`${each.every} after ${each.after}`, each]))(
  '%s',
  (_, { after, days, ...schedule }) => {
    test('has the send days that are listed', () => {
      const found = [findNextSendDay(after, schedule)]
      for (let last = found[0]; last !== undefined && found.length < days.length; last = found.at(-1))
        found.push(findNextSendDay(last, schedule))
      expect(found.filter((day) => day !== undefined)).toEqual(days)
    })

    test('has the same days backwards', () => {
      const found = days.slice(1).map((day) => findPreviousSendDay(day, schedule))
      expect(found).toEqual(days.slice(0, -1))
      expect(days.every((day) => isSendDay(day, schedule))).toBe(true)
    })
  },
)

test('before the first day of a schedule there is no send day', () => {
  const schedule = { every: 'tuesday', from: '2025-01-07' }
  expect(findPreviousSendDay('2025-01-07', schedule)).toBeUndefined()
  expect(isSendDay('2024-12-31', schedule)).toBe(false)
})

test.each([
  ['2025-01-14', '09:12', 'Europe/Berlin', '2025-01-14T09:12:00+01:00'],
  ['2025-07-15', '09:12', 'Europe/Berlin', '2025-07-15T09:12:00+02:00'],
  // Twice on the clocks.
  ['2025-10-26', '02:30', 'Europe/Berlin', '2025-10-26T02:30:00+02:00'],
  ['2025-11-02', '01:30', 'America/New_York', '2025-11-02T01:30:00-04:00'],
  // The day on which the clocks change, after and before.
  ['2025-03-30', '03:30', 'Europe/Berlin', '2025-03-30T03:30:00+02:00'],
  ['2025-03-30', '01:30', 'Europe/Berlin', '2025-03-30T01:30:00+01:00'],
  ['2025-01-14', '06:00', 'America/New_York', '2025-01-14T06:00:00-05:00'],
  ['2025-01-14', '00:00', 'Asia/Kolkata', '2025-01-14T00:00:00+05:30'],
  ['2025-01-14', '23:59', 'UTC', '2025-01-14T23:59:00+00:00'],
])('%s at %s in %s is %s', (day, time, timezone, expected) => {
  expect(formatZonedTime(day, time, timezone)).toBe(expected)
  expect(convertToZone(Date.parse(expected), timezone)).toEqual({ day, time })
})

test('a time that clocks skip has the offset before it', () => {
  expect(formatZonedTime('2025-03-30', '02:30', 'Europe/Berlin')).toBe('2025-03-30T02:30:00+01:00')
  expect(formatZonedTime('2025-03-09', '02:30', 'America/New_York')).toBe('2025-03-09T02:30:00-05:00')
})

test('offsets are no time zones, since they do not follow the clocks', () => {
  expect(['Europe/Berlin', 'UTC', 'europe/berlin'].every(isTimezone)).toBe(true)
  expect(['+01:00', 'Europe/Brelin', '', 'Berlin'].some(isTimezone)).toBe(false)
})
