import { relative, resolve } from 'node:path'
import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { UsageError } from '../files/usage-error.ts'
import { tallyPoll } from '../newsletter/tally-poll.ts'
import { type CsvColumns, csvFields, csvPresets } from '../polls/csv-columns.ts'
import { formatPretty } from '../report/format-pretty.ts'
import { formatTallySummary } from '../report/format-tally-summary.ts'
import { wantsColour } from '../report/wants-colour.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** The flags of `issue poll tally`, as the command line gives them. */
export interface PollTallyFlags {
  root?: string
  config?: string
  target?: string
  log?: string[]
  csv?: string[]
  mbox?: string[]
  preset?: string
  column?: string[]
  color: boolean
  quiet?: boolean
}

/**
 * `issue poll tally <issue> <poll>`: counts a poll's votes, writes the results and prints a summary.
 * @returns the exit code
 */
export async function pollTallyCommand(
  issue: string,
  poll: string,
  flags: PollTallyFlags,
  context: Context,
): Promise<number> {
  const { cwd, stdout, stderr, environment } = context
  const { root = '.', config, target, log = [], csv = [], mbox = [], quiet } = flags
  try {
    if (log.length + csv.length + mbox.length === 0)
      throw new UsageError('Missing votes to count, expected `--log`, `--csv` or `--mbox` with a file')
    const columns = toColumns(flags)
    const preset = flags.preset === undefined ? undefined : csvPresets[flags.preset]
    if (preset && !preset.isVerified && !quiet)
      stderr.write(
        `issue: The columns of the preset \`${flags.preset}\` are unverified: they are ${preset.source}. \`--column\` names others.\n`,
      )
    const sources = { logs: log, csvs: csv, mboxes: mbox, columns }
    const tally = await tallyPoll({ root, cwd, config, target, issue, poll, ...sources })
    if ('misconfigured' in tally) {
      const colour = wantsColour(flags.color, environment, stderr)
      stderr.write(formatPretty([tally.misconfigured], { colour, width: stderr.columns }))
      return exitCodes.usage
    }
    stdout.write(`${relative(cwd, resolve(cwd, tally.path))}\n`)
    if (!quiet) stderr.write(formatTallySummary(tally, stderr.columns))
    return exitCodes.fine
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`issue: ${error.message}\n`)
    return exitCodes.usage
  }
}

/** A preset's columns, and over them those that are named one by one. */
function toColumns({ preset, column = [], csv = [] }: PollTallyFlags): CsvColumns {
  if (csv.length === 0 && (preset !== undefined || column.length > 0))
    throw new UsageError(`Unexpected \`--${preset === undefined ? 'column' : 'preset'}\` without \`--csv\``)
  if (preset !== undefined && !Object.hasOwn(csvPresets, preset))
    throw new UsageError(`Unexpected preset \`${preset}\`, expected ${listNames(Object.keys(csvPresets))}`)
  const columns: CsvColumns = { ...(preset === undefined ? {} : csvPresets[preset]?.columns) }
  for (const each of column) {
    const [, field = each, name] = /^([^=]*)=(.+)$/s.exec(each) ?? []
    const known = csvFields.find((one) => one === field)
    if (name === undefined)
      throw new UsageError(`Unexpected column \`${each}\`, expected \`field=name\`, such as \`vote=URL\``)
    if (!known)
      throw new UsageError(
        `Unexpected field \`${field}\` in \`--column\`, expected ${expectedName(field, csvFields)}`,
      )
    columns[known] = name
  }
  return columns
}
