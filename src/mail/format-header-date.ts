const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Formats a date for the `Date` header: `Thu, 28 Nov 2024 09:12:00 +0100` (RFC 5322, section 3.3). A missing time is
 * midnight, a missing zone UTC, so that all machines give the same.
 * @param date ISO 8601, as in front matter: `2024-11-28` or `2024-11-28T09:12:00+01:00`
 * @returns `undefined` for another format
 */
export function formatHeaderDate(date: string): string | undefined {
  const parts = iso.exec(date)
  if (!parts) return undefined
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', zone = 'Z'] = parts
  const weekday = days[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()]
  const offset = zone === 'Z' ? '+0000' : zone.replace(':', '')
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${hour}:${minute}:${second} ${offset}`
}
