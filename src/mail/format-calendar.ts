/** An event as a calendar file has it. Texts are as readers get them. */
export interface CalendarEntry {
  /** Unique in the world, and the same for each build, so that a calendar replaces an entry instead of adding another. */
  uid: string
  /** When the entry was published, in milliseconds since 1970. */
  published: number
  title: string
  /** Milliseconds since 1970; of a whole day, its beginning in UTC. */
  start: number
  /** For whole days, the last of them. */
  end: number | null
  isDay: boolean
  place: string | null
  url: string | null
}

/**
 * Formats an event as a calendar file (RFC 5545). Times are in UTC, which every calendar shows in its owner's time zone, so
 * that no time zone has to be defined.
 */
export function formatCalendar({
  uid,
  published,
  title,
  start,
  end,
  isDay,
  place,
  url,
}: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Issuepress//Issuepress//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${formatMoment(published)}`,
    ...(isDay ? formatDays(start, end ?? start) : formatMoments(start, end)),
    `SUMMARY:${escapeText(title)}`,
    ...(place === null ? [] : [`LOCATION:${escapeText(place)}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** The end is the first day after the event (section 3.6.1). */
function formatDays(first: number, last: number): string[] {
  const format = (moment: number) => formatMoment(moment).slice(0, 8)
  return [`DTSTART;VALUE=DATE:${format(first)}`, `DTEND;VALUE=DATE:${format(last + 86_400_000)}`]
}

function formatMoments(start: number, end: number | null): string[] {
  return [`DTSTART:${formatMoment(start)}`, ...(end === null ? [] : [`DTEND:${formatMoment(end)}`])]
}

/** `20260205T180000Z` (section 3.3.5). */
function formatMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Section 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\s*\n\s*/g, '\\n')
}

/** Breaks a line after at most 75 bytes, between characters (section 3.1). */
function fold(line: string): string {
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}
