import type { Booking } from '../sponsors/create-schedule.ts'
import { displayWidth } from '../typeset/display-width.ts'

/**
 * Formats the schedule of sponsors: past issues, then future ones.
 * @param today ISO 8601: `2024-11-28`
 */
export function formatSponsorSchedule(schedule: Booking[], today: string): string {
  const rows = schedule.map((booking) => ({ isPast: isPast(booking, today), cells: createCells(booking) }))
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map(({ cells }) => displayWidth(cells[column] ?? ''))),
  )
  const formatRow = (cells: string[]) =>
    `  ${cells.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)))).join('  ')}`.trimEnd()
  const formatSection = (title: string, past: boolean): string => {
    const lines = rows.filter((row) => row.isPast === past).map(({ cells }) => formatRow(cells))
    return lines.length === 0 ? '' : `${title}\n${lines.join('\n')}\n`
  }
  return [formatSection('Past', true), formatSection('Upcoming', false)]
    .filter((part) => part !== '')
    .join('\n')
}

/** A draft is always in the future, whatever its date; a booking without an issue is until its last day. */
function isPast({ date, slug, until, draft }: Booking, today: string): boolean {
  if (slug === null) return until !== undefined && until < today
  return !draft && date !== null && date <= today
}

function createCells(booking: Booking): string[] {
  const { date, sponsor, placements, remark } = booking
  return [
    date ?? '–',
    formatIssue(booking),
    sponsor ?? '–',
    placements.join(', '),
    remark === null ? '' : `! ${remark}`,
  ]
}

/** The issue, or the last day of a booking without one. */
function formatIssue({ slug, until, draft }: Booking): string {
  if (slug !== null) return `${slug}${draft ? ' (draft)' : ''}`
  return until === undefined ? 'and later' : `until ${until}`
}
