import type { Day } from './day.ts'

/** A day and a time of day (`09:12`) in a time zone. */
export interface ZonedTime {
  day: Day
  time: string
}

/**
 * Converts a moment to the day and the time in a time zone.
 * @param milliseconds since 1970
 * @param timezone an IANA name; the machine's own when not given
 */
export function convertToZone(milliseconds: number, timezone: string | undefined): ZonedTime {
  const { year, month, day, hour, minute } = splitMoment(milliseconds, timezone)
  return { day: `${year?.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` }
}

/**
 * Formats a day and a time of day in a time zone as ISO 8601 with the zone's offset at that time: `2025-01-14T09:12:00+01:00`. Of a
 * time that clocks show twice the first is meant, and one that they skip has the offset before it (RFC 5545, section 3.3.5).
 * @param time `09:12`
 * @param timezone an IANA name
 */
export function formatZonedTime(day: Day, time: string, timezone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const [moment] = findMoments(day, time, timezone)
  const offset = moment === undefined ? findOffset(wanted - 86_400_000, timezone) : wanted - moment
  const minutes = Math.abs(offset) / 60_000
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${day}T${time}:00${offset < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`
}

/**
 * Finds the moments at which the clocks of a time zone show a time, in milliseconds since 1970.
 * @param time `09:12`
 * @param timezone an IANA name
 * @returns none when the clocks are set forward over it, and two, from the first on, when they are set back over it
 */
export function findMoments(day: Day, time: string, timezone: string): number[] {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  // No zone changes its clocks twice within the two days around a moment.
  const offsets = [-1, 1].map((days) => findOffset(wanted + days * 86_400_000, timezone))
  return [...new Set(offsets)]
    .map((offset) => wanted - offset)
    .filter((moment) => {
      const local = convertToZone(moment, timezone)
      return local.day === day && local.time === time
    })
    .sort((a, b) => a - b)
}

/** Finds what clocks show at the moment at which they would show a time that they skip, had they not been set forward. */
export function findShownInstead(day: Day, time: string, timezone: string): ZonedTime {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  return convertToZone(wanted - findOffset(wanted - 86_400_000, timezone), timezone)
}

/** Whether a text is the IANA name of a time zone that this Node.js knows. */
export function isTimezone(text: string): boolean {
  // Newer versions of Node.js accept offsets such as `+01:00`, which do not follow changes of the clocks.
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The zone's distance from UTC at a moment, in milliseconds. */
function findOffset(milliseconds: number, timezone: string): number {
  const { day, time } = convertToZone(milliseconds, timezone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(milliseconds / 60_000) * 60_000
}

function splitMoment(milliseconds: number, timezone: string | undefined): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    calendar: 'iso8601',
    numberingSystem: 'latn',
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return Object.fromEntries(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]))
}
