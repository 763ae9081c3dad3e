import type { Position } from 'unist'
import type { Location } from 'vfile-location'
import { reportAbout } from '../../diagnostics/report-about.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** A CSV file, and the issue whose chart reads it. */
export interface ChartFile {
  path: string
  csv: string
  points: Location
  file: ShippedBlockContext['file']
  user: string
}

/**
 * Reports a mistake in the data of a chart.
 * @param place the offsets of what is wrong; the whole file when not given
 * @param doubt the rule of what is only probably a mistake, which is a warning
 */
export function reportData(
  { path, points, file, user }: ChartFile,
  reason: string,
  place?: { start: number; end: number },
  advice?: string,
  doubt?: 'chart-header' | 'chart-thousands',
): void {
  reportAbout(file, path, reason, {
    ruleId: doubt ?? 'chart-data',
    severity: doubt ? 'warning' : 'error',
    place: place && ({ start: points.toPoint(place.start), end: points.toPoint(place.end) } as Position),
    note: advice === undefined ? user : `${advice} ${user}`,
  })
}
