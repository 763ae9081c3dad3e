import type { Booking } from '../sponsors/create-schedule.ts'
import { displayWidth } from '../typeset/display-width.ts'

/**
 * The schedule of sponsors, for a person: past issues, then those that are to come.
 * @param today `2024-11-28`
 */
export function formatSponsorSchedule(schedule: Booking[], today: string): string {
  const rows = schedule.map((booking) => ({ isPast: isPast(booking, today), cells: toCells(booking) }))
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map(({ cells }) => displayWidth(cells[column] ?? ''))),
  )
  const toLine = (cells: string[]) =>
    `  ${cells.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)))).join('  ')}`.trimEnd()
  const toPart = (title: string, past: boolean): string => {
    const lines = rows.filter((row) => row.isPast === past).map(({ cells }) => toLine(cells))
    return lines.length === 0 ? '' : `${title}\n${lines.join('\n')}\n`
  }
  return [toPart('Past', true), toPart('Coming', false)].filter((part) => part !== '').join('\n')
}

/** A draft is still to come, whatever its date, and so is a flight up to its last day. */
function isPast({ date, slug, until, draft }: Booking, today: string): boolean {
  if (slug === null) return until !== undefined && until < today
  return !draft && date !== null && date <= today
}

function toCells(booking: Booking): string[] {
  const { date, sponsor, placements, remark } = booking
  return [
    date ?? '–',
    toWhere(booking),
    sponsor ?? '–',
    placements.join(', '),
    remark === null ? '' : `! ${remark}`,
  ]
}

/** The issue, or how long the flight is that names none. */
function toWhere({ slug, until, draft }: Booking): string {
  if (slug !== null) return `${slug}${draft ? ' (draft)' : ''}`
  return until === undefined ? 'and later' : `until ${until}`
}
