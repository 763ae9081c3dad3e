import { convertToZone, formatZonedTime } from '../../schedule/zoned-time.ts'

/** A day, or a moment. */
export interface EventTime {
  /** Whether it is a whole day, which is the same in every time zone. */
  isDay: boolean
  /** Milliseconds since 1970; of a day, its beginning in UTC. */
  moment: number
}

/** A day, or a day with a time, with or without an offset from UTC. */
const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::00)?(Z|[+-]\d{2}:\d{2})?)?$/

/**
 * Parses the time of an event.
 * @param timezone an IANA name, in which a time without an offset is
 * @returns why it cannot be read: `unknown` for what is no time that exists, `no-zone` for a time whose zone is not known
 */
export function parseEventTime(written: string, timezone: string | null): EventTime | 'unknown' | 'no-zone' {
  const [, day = '', time, offset] = form.exec(written) ?? []
  if (!exists(day, time)) return 'unknown'
  if (time === undefined) return { isDay: true, moment: Date.parse(`${day}T00:00:00Z`) }
  if (offset !== undefined) return createMoment(`${day}T${time}:00${offset}`)
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

/** `Date` takes `2026-02-30` for the second of March. */
function exists(day: string, time = '00:00'): boolean {
  const date = new Date(`${day}T${time}:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${day}T${time}`)
}

/**
 * Formats the time of an event for people: the day with its weekday, and a time with its zone.
 * @param timezone an IANA name
 * @param lang a language tag
 */
export function formatEventTime(
  start: EventTime,
  end: EventTime | null,
  timezone: string,
  lang: string,
): string {
  const day = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const
  const format = new Intl.DateTimeFormat(
    lang,
    start.isDay
      ? { ...day, timeZone: 'UTC' }
      : { ...day, hour: 'numeric', minute: '2-digit', timeZone: timezone, timeZoneName: 'short' },
  )
  const text = end ? format.formatRange(start.moment, end.moment) : format.format(start.moment)
  // Some versions of ICU set thin spaces around a dash, which fonts of mail clients lack.
  return text.replace(/[\u2009\u202f]/g, ' ')
}
