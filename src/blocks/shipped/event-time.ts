import { convertToZone } from '../../schedule/zoned-time.ts'

/** A day, or a moment. */
export interface EventTime {
  /** Whether it is a whole day, which is the same in every time zone. */
  isDay: boolean
  /** Milliseconds since 1970; of a day, its beginning in UTC. */
  moment: number
  /** Minutes from UTC, if they were written: `+09:00`. */
  offset?: number
  /** The two moments at which clocks that are set back show a time without an offset, as ISO 8601; the first is meant. */
  repeated?: [first: string, second: string]
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
