import { expectedName, listNames } from '../../diagnostics/list-names.ts'
import { UsageError } from '../../files/usage-error.ts'
import { type CsvColumns, csvFields, csvPresets } from '../../polls/csv-columns.ts'
import type { PollTallyFlags } from './options.ts'

/**
 * Resolves the columns of the CSV: those of the preset, overridden by those given with `--column`.
 * @throws {UsageError} for an unknown preset or field, and when no CSV is given
 */
export function resolveCsvColumns({ preset, column = [], csv = [] }: PollTallyFlags): CsvColumns {
  if (csv.length === 0 && (preset !== undefined || column.length > 0))
    throw new UsageError(`Unexpected \`--${preset === undefined ? 'column' : 'preset'}\` without \`--csv\``)
  if (preset !== undefined && !Object.hasOwn(csvPresets, preset))
    throw new UsageError(`Unexpected preset \`${preset}\`, expected ${listNames(Object.keys(csvPresets))}`)
  const columns: CsvColumns = { ...(preset === undefined ? {} : csvPresets[preset]?.columns) }
  for (const assignment of column) {
    const [, field = assignment, name] = /^([^=]*)=(.+)$/s.exec(assignment) ?? []
    const known = csvFields.find((one) => one === field)
    if (name === undefined)
      throw new UsageError(
        `Unexpected column \`${assignment}\`, expected \`field=name\`, such as \`vote=URL\``,
      )
    if (!known)
      throw new UsageError(
        `Unexpected field \`${field}\` in \`--column\`, expected ${expectedName(field, csvFields)}`,
      )
    columns[known] = name
  }
  return columns
}
