import type { Sponsor } from '../settings.ts'
import type { SponsorRecord } from '../types.ts'
import { validateFlight } from './validate-flight.ts'

/** The data of an issue that the schedule needs. */
export interface ScheduledIssue {
  slug: string
  date?: string | undefined
  draft: boolean
  sponsors: SponsorRecord[]
}

/** One line of the schedule: an issue with one of its sponsors, or a flight without any placement. */
export interface Booking {
  /** The date of the issue or the first day of the flight; `null` if there is none, or the issue does not exist yet. */
  date: string | null
  /** The issue's slug; `null` for a flight. */
  slug: string | null
  /** The last day of a flight. */
  until?: string | undefined
  draft: boolean
  /** The sponsor's key in the config, else its name; `null` for an issue without sponsors. */
  sponsor: string | null
  placements: SponsorRecord['placement'][]
  /** How the placements differ from the booking; `null` if they do not. */
  remark: 'outside its flight' | 'booked, not placed' | 'booked, no such issue yet' | null
}

/**
 * Creates the schedule of sponsors: the placements in each issue, and the bookings without one.
 * @param issues all issues of the newsletter
 * @param records the config's sponsors, by key
 * @returns sorted by date; lines without one come last
 */
export function createSchedule(issues: ScheduledIssue[], records: Record<string, Sponsor>): Booking[] {
  const placed = issues.flatMap((issue) => listPlaced(issue, records))
  const missing = Object.entries(records).flatMap(([key, { issues: slugs = [] }]) =>
    slugs
      .filter((slug) => !placed.some((booking) => booking.slug === slug && booking.sponsor === key))
      .map((slug) => createMissing(slug, key, issues)),
  )
  const missingSlugs = new Set(missing.map(({ slug }) => slug))
  const all = [
    ...placed.filter(({ slug, sponsor }) => sponsor !== null || !missingSlugs.has(slug)),
    ...missing,
    ...listUnplacedFlights(records, placed),
  ]
  const sortKey = ({ date, slug, sponsor }: Booking) => JSON.stringify([date ?? '~', slug ?? '', sponsor])
  return all.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

function listPlaced(issue: ScheduledIssue, records: Record<string, Sponsor>): Booking[] {
  const { slug, draft, date } = issue
  const common = { slug, draft, date: date?.slice(0, 10) ?? null }
  const keys = [...new Set(issue.sponsors.map(({ id, name }) => id ?? name))]
  if (keys.length === 0) return [{ ...common, sponsor: null, placements: [], remark: null }]
  return keys.map((key) => {
    const own = issue.sponsors.filter(({ id, name }) => (id ?? name) === key)
    const record = key !== null && Object.hasOwn(records, key) ? records[key] : undefined
    const error = record && key !== null ? validateFlight(key, record, issue) : undefined
    return {
      ...common,
      sponsor: key,
      placements: own.map(({ placement }) => placement),
      remark: error ? 'outside its flight' : null,
    }
  })
}

function createMissing(slug: string, key: string, issues: ScheduledIssue[]): Booking {
  const issue = issues.find((each) => each.slug === slug)
  return {
    date: issue?.date?.slice(0, 10) ?? null,
    slug,
    draft: issue?.draft ?? false,
    sponsor: key,
    placements: [],
    remark: issue ? 'booked, not placed' : 'booked, no such issue yet',
  }
}

/** Flights without a valid placement. A flight names no issue, so that each is one line, at its first day. */
function listUnplacedFlights(records: Record<string, Sponsor>, placed: Booking[]): Booking[] {
  const isPlaced = (key: string) => placed.some(({ sponsor, remark }) => sponsor === key && remark === null)
  return Object.entries(records).flatMap(([key, { from, until, issues }]) => {
    const isFlight = issues === undefined && (from !== undefined || until !== undefined)
    if (!isFlight || isPlaced(key)) return []
    const flight = { date: from ?? null, slug: null, until }
    return [{ ...flight, draft: false, sponsor: key, placements: [], remark: 'booked, not placed' }]
  })
}
