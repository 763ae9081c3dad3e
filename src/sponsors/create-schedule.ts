import type { Sponsor } from '../settings.ts'
import type { SponsorRecord } from '../types.ts'
import { validateFlight } from './validate-flight.ts'

/** An issue, as far as sponsors care. */
export interface ScheduledIssue {
  slug: string
  date?: string | undefined
  draft: boolean
  sponsors: SponsorRecord[]
}

/** One line of the schedule: an issue and one who pays for it, or a flight that stands in no issue. */
export interface Booking {
  /** The issue's; the first day of a flight; `null` for an issue that is not there yet, and where no day is said. */
  date: string | null
  /** `null` for a flight, which names no issue. */
  slug: string | null
  /** The last day of a flight. */
  until?: string | undefined
  draft: boolean
  /** Its key in the config, else its name; `null` where nobody pays. */
  sponsor: string | null
  placements: SponsorRecord['placement'][]
  /** What is not as it was booked. */
  remark: 'outside its flight' | 'booked, not placed' | 'booked, no such issue yet' | null
}

/**
 * Who pays for which issue: what is placed, and what is booked and not placed.
 * @param issues all of the newsletter's
 * @param records the config's sponsors
 * @returns by date, issues without one last
 */
export function createSchedule(issues: ScheduledIssue[], records: Record<string, Sponsor>): Booking[] {
  const placed = issues.flatMap((issue) => toPlaced(issue, records))
  const missing = Object.entries(records).flatMap(([key, { issues: slugs = [] }]) =>
    slugs
      .filter((slug) => !placed.some((booking) => booking.slug === slug && booking.sponsor === key))
      .map((slug) => toMissing(slug, key, issues)),
  )
  const gone = new Set(missing.map(({ slug }) => slug))
  const all = [
    ...placed.filter(({ slug, sponsor }) => sponsor !== null || !gone.has(slug)),
    ...missing,
    ...toIdle(records, placed),
  ]
  const order = ({ date, slug, sponsor }: Booking) => JSON.stringify([date ?? '~', slug ?? '', sponsor])
  return all.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

function toPlaced(issue: ScheduledIssue, records: Record<string, Sponsor>): Booking[] {
  const { slug, draft, date } = issue
  const common = { slug, draft, date: date?.slice(0, 10) ?? null }
  const keys = [...new Set(issue.sponsors.map(({ id, name }) => id ?? name))]
  if (keys.length === 0) return [{ ...common, sponsor: null, placements: [], remark: null }]
  return keys.map((key) => {
    const own = issue.sponsors.filter(({ id, name }) => (id ?? name) === key)
    const record = key !== null && Object.hasOwn(records, key) ? records[key] : undefined
    const problem = record && key !== null ? validateFlight(key, record, issue) : undefined
    return {
      ...common,
      sponsor: key,
      placements: own.map(({ placement }) => placement),
      remark: problem ? 'outside its flight' : null,
    }
  })
}

function toMissing(slug: string, key: string, issues: ScheduledIssue[]): Booking {
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

/** Flights without a single placement: in which of the issues they are to stand is not said. */
function toIdle(records: Record<string, Sponsor>, placed: Booking[]): Booking[] {
  const isServed = (key: string) => placed.some(({ sponsor, remark }) => sponsor === key && remark === null)
  return Object.entries(records).flatMap(([key, { from, until, issues }]) => {
    const isFlight = issues === undefined && (from !== undefined || until !== undefined)
    if (!isFlight || isServed(key)) return []
    const flight = { date: from ?? null, slug: null, until }
    return [{ ...flight, draft: false, sponsor: key, placements: [], remark: 'booked, not placed' }]
  })
}
