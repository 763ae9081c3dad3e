import { findMoments, findShownInstead } from '../../schedule/zoned-time.ts'
import type { EventTime } from './event-time.ts'

/**
 * Why a time cannot be read: `unknown` for what is no time that exists, `no-zone` for a time whose zone is not known, and what
 * clocks show instead of a time that they skip, when they are set forward.
 */
export type EventTimeMistake = 'unknown' | 'no-zone' | { skippedTo: string }

const minute = 60_000

/** A day, or a day with a time, with or without an offset from UTC. */
const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::00)?(Z|[+-]\d{2}:\d{2})?)?$/

/** The least and the greatest distance of a place from UTC, in minutes: Baker Island and Kiritimati. */
const farthest = { west: -12 * 60, east: 14 * 60 }

/**
 * Parses the time of an event.
 * @param timezone an IANA name, in which a time without an offset is
 * @param usualOffset what a time without an offset has instead of the zone's: `+09:00`; empty for none
 * @returns why it cannot be read, if it cannot
 */
export function parseEventTime(
  written: string,
  timezone: string | null,
  usualOffset: string,
): EventTime | EventTimeMistake {
  const [, day = '', time, offset = usualOffset] = form.exec(written) ?? []
  if (!exists(day, time)) return 'unknown'
  if (time === undefined) return { isDay: true, moment: Date.parse(`${day}T00:00:00Z`) }
  if (offset !== '') return createWithOffset(`${day}T${time}:00`, offset)
  if (timezone === null) return 'no-zone'
  return createInZone(day, time, timezone)
}

/** The last moment whose next day still has a year of four digits, as calendars need it. */
const lastMoment = Date.parse('9999-12-30T00:00:00Z')

/** Of two moments the first is meant (RFC 5545, 3.3.5, form 3). */
function createInZone(day: string, time: string, timezone: string): EventTime | EventTimeMistake {
  const [first, second] = findMoments(day, time, timezone)
  if (first === undefined) {
    const shown = findShownInstead(day, time, timezone)
    return { skippedTo: `${shown.day}T${shown.time}` }
  }
  if (first > lastMoment) return 'unknown'
  const parsed = { isDay: false, moment: first }
  if (second === undefined) return parsed
  const format = (moment: number) => `${day}T${time}${formatOffset(Date.parse(`${day}T${time}Z`) - moment)}`
  return { ...parsed, repeated: [format(first), format(second)] }
}

function formatOffset(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / minute
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${milliseconds < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`
}

function createMoment(written: string): EventTime | 'unknown' {
  const moment = Date.parse(written)
  return Number.isNaN(moment) || moment > lastMoment ? 'unknown' : { isDay: false, moment }
}

function createWithOffset(local: string, written: string): EventTime | 'unknown' {
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(written) ?? ['', '+', 0, 0]
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  if (offset < farthest.west || offset > farthest.east) return 'unknown'
  const time = createMoment(local + written)
  return time === 'unknown' ? time : { ...time, offset }
}

/** `Date` takes `2026-02-30` for the second of March. */
function exists(day: string, time = '00:00'): boolean {
  const date = new Date(`${day}T${time}:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T${time}`)
}

/** Extracts the offset of a time as it was written: `+09:00`; empty without one. */
export function extractOffset(written: string): string {
  return form.exec(written)?.[3] ?? ''
}
