import type { Sponsor } from '../settings.ts'
import { validateFlight } from './validate-flight.ts'

/**
 * Finds the sponsors that are booked for an issue: by its slug, by a slug that begins with its date, since a booking is
 * older than the title, or by a flight that includes its day.
 * @param records the config's sponsors, by key
 * @param issue its slug, and its day as `2025-01-14`
 * @returns their keys
 */
export function findBookings(
  records: Record<string, Sponsor>,
  { slug, date }: { slug: string; date: string },
): string[] {
  return Object.entries(records).flatMap(([key, record]) => {
    const { from, until, issues } = record
    if (from === undefined && until === undefined && issues === undefined) return []
    const booked = issues?.find((each) => each === slug || each === date || each.startsWith(`${date}-`))
    return validateFlight(key, record, { slug: booked ?? slug, date }) === undefined ? key : []
  })
}
