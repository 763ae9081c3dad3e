import type { VFile } from 'vfile'
import { parseRecurrence } from '../schedule/recurrence.ts'
import type { Schedule } from '../settings.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { createReportAt } from './report-at.ts'

/** Reports a schedule of every second week that does not say which of them. */
export function validateSchedule({ every, from }: Schedule, yaml: Yaml, file: VFile): void {
  const other = [every].flat().find((text) => parseRecurrence(text)?.some(({ kind }) => kind === 'other'))
  if (other === undefined || from !== undefined) return
  createReportAt(file, yaml, ['schedule'])(
    `Missing \`from\` in \`schedule\`, expected the day of one issue, for \`${other}\``,
    {
      path: ['every'],
      note: 'Every second week can be either of two: name a day in a week with an issue, such as `from: 2025-01-07`.',
    },
  )
}
