import { convertToZone, formatZonedTime } from '../../schedule/zoned-time.ts'

/** A day, or a moment. */
export interface EventTime {
  /** Whether it is a whole day, which is the same in every time zone. */
  isDay: boolean
  /** Milliseconds since 1970; of a day, its beginning in UTC. */
  moment: number
  /** Minutes from UTC, if they were written: `+09:00`. */
  offset?: number
}

/** A day, or a day with a time, with or without an offset from UTC. */
const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::00)?(Z|[+-]\d{2}:\d{2})?)?$/

/** The least and the greatest distance of a place from UTC, in minutes: Baker Island and Kiritimati. */
const farthest = { west: -12 * 60, east: 14 * 60 }

/**
 * Parses the time of an event.
 * @param timezone an IANA name, in which a time without an offset is
 * @param usualOffset what a time without an offset has instead of the zone's: `+09:00`; empty for none
 * @returns why it cannot be read: `unknown` for what is no time that exists, `no-zone` for a time whose zone is not known
 */
export function parseEventTime(
  written: string,
  timezone: string | null,
  usualOffset: string,
): EventTime | 'unknown' | 'no-zone' {
  const [, day = '', time, offset = usualOffset] = form.exec(written) ?? []
  if (!exists(day, time)) return 'unknown'
  if (time === undefined) return { isDay: true, moment: Date.parse(`${day}T00:00:00Z`) }
  if (offset !== '') return createWithOffset(`${day}T${time}:00`, offset)
  if (timezone === null) return 'no-zone'
  const parsed = createMoment(formatZonedTime(day, time, timezone))
  if (parsed === 'unknown') return parsed
  // An hour that is left out when summer time begins comes back as another one.
  const local = convertToZone(parsed.moment, timezone)
  return local.day === day && local.time === time ? parsed : 'unknown'
}

/** The last moment whose next day still has a year of four digits, as calendars need it. */
const lastMoment = Date.parse('9999-12-30T00:00:00Z')

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

/**
 * Finds what the time of an event is shown in.
 * @param time with or without an offset
 * @param timezone an IANA name
 * @returns the zone; the offset that was written when the zone's clocks show another time
 */
export function findShownZone(time: EventTime, timezone: string | null): string | number {
  const { moment, offset } = time
  if (offset === undefined) return timezone ?? 'UTC'
  if (timezone === null) return offset
  const local = convertToZone(moment, timezone)
  return Date.parse(`${local.day}T${local.time}Z`) - moment === offset * minute ? timezone : offset
}

const minute = 60_000

/**
 * Formats the time of an event for people: the day with its weekday, and a time with its zone.
 * @param zone an IANA name, or minutes from UTC
 * @param lang a language tag
 */
export function formatEventTime(
  start: EventTime,
  end: EventTime | null,
  zone: string | number,
  lang: string,
): string {
  const day = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const
  const isOffset = typeof zone === 'number'
  const format = new Intl.DateTimeFormat(
    lang,
    start.isDay
      ? { ...day, timeZone: 'UTC' }
      : {
          ...day,
          hour: 'numeric',
          minute: '2-digit',
          timeZone: isOffset ? 'UTC' : zone,
          timeZoneName: 'short',
        },
  )
  // Node.js 20 knows no time zones such as `+09:00`: the time is shifted, and the name of its zone replaced.
  const shift = isOffset && !start.isDay ? zone * minute : 0
  const parts = end
    ? format.formatRangeToParts(start.moment + shift, end.moment + shift)
    : format.formatToParts(start.moment + shift)
  const text = parts
    .map(({ type, value }) =>
      type === 'timeZoneName' && shift !== 0 ? nameOffset(shift / minute, lang) : value,
    )
    .join('')
  // Some versions of ICU set thin spaces around a dash, which fonts of mail clients lack.
  return text.replace(/[\u2009\u202f]/g, ' ')
}

/** Formats minutes from UTC as a language does: `GMT+9`, `UTC+5:30`. */
function nameOffset(offset: number, lang: string): string {
  const hours = Math.trunc(offset / 60)
  // The sign of these names is that of POSIX: `Etc/GMT-9` is nine hours before UTC.
  const timeZone = hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
  const parts = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(0)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const rest = Math.abs(offset % 60)
  const sign = hours === 0 ? (offset < 0 ? '-0' : '+0') : ''
  return rest === 0 ? name : `${name}${sign}:${String(rest).padStart(2, '0')}`
}
