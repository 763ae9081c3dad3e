import { basename, dirname, relative, resolve } from 'node:path'
import { explainDiskError } from '../../files/explain-disk-error.ts'
import { isFolder } from '../../files/paths.ts'
import { UsageError } from '../../files/usage-error.ts'
import { writeWithin } from '../../files/write-within.ts'
import { listSponsors, type SponsorList } from '../../newsletter/list-sponsors.ts'
import { formatProofSheet } from '../../report/format-proof-sheet.ts'
import { formatSponsorSchedule } from '../../report/format-sponsor-schedule.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { SponsorsFlags } from './options.ts'

/**
 * `issue sponsors [key]`: prints which sponsor is in which issue; with `--proof` writes a sheet of one sponsor's
 * placements.
 * @throws {UsageError} for an unknown sponsor, a sheet without a sponsor, and a sheet that cannot be written
 */
export async function runSponsors(
  key: string | undefined,
  { root = '.', config, configCode, target, proof }: SponsorsFlags,
  context: Context,
): Promise<Outcome> {
  if (proof !== undefined && key === undefined)
    throw new UsageError('Missing sponsor, expected its key before `--proof`')
  const list = await listSponsors({ root, cwd: context.cwd, config, configCode, target }, key)
  if ('misconfigured' in list) return list
  if (proof === undefined || key === undefined) printSchedule(list, key, context)
  else await printProof(list, key, proof, context)
  return exitCodes.fine
}

function printSchedule(
  { schedule }: SponsorList,
  key: string | undefined,
  { stdout, stderr, now }: Context,
): void {
  const today = new Date(now()).toISOString().slice(0, 10)
  stdout.write(formatSponsorSchedule(schedule, today))
  if (schedule.length === 0 && key !== undefined)
    stderr.write(`issue: The sponsor \`${key}\` is in no issue and has no booking\n`)
}

/** Writes the sheet and prints its path, or prints the sheet itself. */
async function printProof(
  { sponsors, newsletter, rendered }: SponsorList,
  key: string,
  proof: string,
  { cwd, stdout }: Context,
): Promise<void> {
  const sponsor = Object.hasOwn(sponsors, key) ? sponsors[key] : undefined
  const sheet = formatProofSheet(rendered, { newsletter, key, sponsor })
  if (proof === '-') stdout.write(sheet)
  else stdout.write(`${relative(cwd, await writeSheet(resolve(cwd, proof), proof, sheet))}\n`)
}

async function writeSheet(path: string, typed: string, sheet: string): Promise<string> {
  const folder = dirname(path)
  if (!isFolder(folder)) throw new UsageError(`Cannot write \`${typed}\`: its folder does not exist`)
  try {
    await writeWithin(folder, basename(path), Buffer.from(sheet))
    return path
  } catch (error) {
    throw new UsageError(`Cannot write \`${typed}\`: ${explainDiskError(error).reason}`)
  }
}
