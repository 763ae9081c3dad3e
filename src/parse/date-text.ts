/** A date of ISO 8601 (the forms of RFC 3339), alone or with a time. */
const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * The same with the freedom of other programs: Jekyll writes a space before the zone (`2015-01-20 12:00:00 -0500`, `… UTC`),
 * people leave zeros out (`2015-1-20`), and Hexo has slashes.
 */
const looseForm =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?(?:\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?$/i

/** True for a date that exists: `2024-02-30` does not. */
export function isDate(text: string): boolean {
  const match = isoForm.exec(text)
  if (!match) return false
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as number[]
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  const exists = date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day
  return exists && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 60
}

/**
 * Formats a date as ISO 8601. One that is in that form already is returned as it was written.
 * @returns `undefined` for a text that is no date, or a date that does not exist
 */
export function formatIsoDate(text: string): string | undefined {
  const written = text.trim()
  if (isDate(written)) return written
  const [, year = '', , month = '', day = '', hour, minute, second = '00', , zone = ''] =
    looseForm.exec(written) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const iso =
    hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute}:${second}${formatZone(zone)}`
  return isDate(iso) ? iso : undefined
}

/**
 * Parses a date with a time, in a form that `isDate` accepts.
 * @returns milliseconds since 1970; a time without a zone counts as UTC. `undefined` for a date without a time
 */
export function parseInstant(date: string): number | undefined {
  const [, day, time, zone = 'Z'] = /^([\d-]+)[T ]([\d:.]+)(Z|[+-]\d{2}:?\d{2})?$/.exec(date) ?? []
  return day === undefined ? undefined : Date.parse(`${day}T${time}${formatZone(zone)}`)
}

/** Extracts the date that a name begins with: `2024-11-28-sora`, `2015-1-20-news`. */
export function extractDate(name: string): string | undefined {
  return formatIsoDate(/^(?:\d{4}-\d{2}-\d{2}|\d{4}-\d{1,2}-\d{1,2}(?!\d))/.exec(name)?.[0] ?? '')
}

function formatZone(zone: string): string {
  return /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
}
