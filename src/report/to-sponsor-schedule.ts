import type { Booking } from '../sponsors/to-schedule.ts'
import { displayWidth } from '../typeset/display-width.ts'

/**
 * The schedule of sponsors, for a person: past issues, then those that are to come.
 * @param today `2024-11-28`
 */
export function toSponsorSchedule(schedule: Booking[], today: string): string {
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

/** A draft is still to come, whatever its date. */
function isPast({ date, draft }: Booking, today: string): boolean {
  return !draft && date !== null && date <= today
}

function toCells({ date, slug, draft, sponsor, placements, remark }: Booking): string[] {
  return [
    date ?? '–',
    `${slug}${draft ? ' (draft)' : ''}`,
    sponsor ?? '–',
    placements.join(', '),
    remark === null ? '' : `! ${remark}`,
  ]
}
