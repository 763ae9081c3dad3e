import { relative, resolve } from 'node:path'
import { UsageError } from '../../files/usage-error.ts'
import { tallyPoll } from '../../newsletter/tally-poll.ts'
import { csvPresets } from '../../polls/csv-columns.ts'
import { formatTallySummary } from '../../report/format-tally-summary.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { PollTallyFlags } from './options.ts'
import { resolveCsvColumns } from './resolve-csv-columns.ts'

/**
 * `issue poll tally <issue> <poll>`: counts a poll's votes, writes the results and prints a summary.
 * @throws {UsageError} when there is nothing to count, for unknown columns, and as `tallyPoll` does
 */
export async function runPollTally(
  issue: string,
  poll: string,
  flags: PollTallyFlags,
  { cwd, stdout, stderr, signal }: Context,
): Promise<Outcome> {
  const { root = '.', config, configCode, target, log = [], csv = [], mbox = [], quiet } = flags
  if (log.length + csv.length + mbox.length === 0)
    throw new UsageError('Missing votes to count, expected `--log`, `--csv` or `--mbox` with a file')
  const columns = resolveCsvColumns(flags)
  const preset = flags.preset === undefined ? undefined : csvPresets[flags.preset]
  if (preset && !preset.isVerified && !quiet)
    stderr.write(
      `issue: The columns of the preset \`${flags.preset}\` are unverified (${preset.source}). If the votes look wrong, name the columns with \`--column\`.\n`,
    )
  const sources = { logs: log, csvs: csv, mboxes: mbox, columns }
  const tally = await tallyPoll({
    root,
    cwd,
    config,
    configCode,
    target,
    issue,
    poll,
    ...sources,
    signal,
  }).catch((error) => {
    if (signal.aborted) return undefined
    throw error
  })
  if (tally === undefined) return exitCodes.interrupted
  if ('misconfigured' in tally) return tally
  stdout.write(`${relative(cwd, resolve(cwd, tally.path))}\n`)
  if (!quiet) stderr.write(formatTallySummary(tally, stderr.columns))
  return exitCodes.fine
}
