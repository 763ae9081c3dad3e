import { basename, dirname, relative, resolve } from 'node:path'
import { explainDiskError } from '../files/explain-disk-error.ts'
import { isFolder } from '../files/paths.ts'
import { UsageError } from '../files/usage-error.ts'
import { writeWithin } from '../files/write-within.ts'
import { listSponsors } from '../newsletter/list-sponsors.ts'
import { formatPretty } from '../report/format-pretty.ts'
import { formatProofSheet } from '../report/format-proof-sheet.ts'
import { formatSponsorSchedule } from '../report/format-sponsor-schedule.ts'
import { wantsColour } from '../report/wants-colour.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** The flags of `issue sponsors`, as the command line gives them. */
export interface SponsorsFlags {
  root?: string
  config?: string
  target?: string
  proof?: string
  color: boolean
}

/**
 * `issue sponsors [key]`: prints who pays for which issue; with `--proof` writes a sheet of one sponsor's placements.
 * @returns the exit code
 */
export async function sponsorsCommand(
  key: string | undefined,
  flags: SponsorsFlags,
  context: Context,
): Promise<number> {
  const { cwd, stdout, stderr, environment, now } = context
  const { root = '.', config, target, proof } = flags
  try {
    if (proof !== undefined && key === undefined)
      throw new UsageError('Missing sponsor, expected its key before `--proof`')
    const list = await listSponsors({ root, cwd, config, target }, key)
    if ('misconfigured' in list) {
      const colour = wantsColour(flags.color, environment, stderr)
      stderr.write(formatPretty([list.misconfigured], { colour, width: stderr.columns }))
      return exitCodes.usage
    }
    if (proof === undefined || key === undefined) {
      const today = new Date(now()).toISOString().slice(0, 10)
      stdout.write(formatSponsorSchedule(list.schedule, today))
      if (list.schedule.length === 0 && key !== undefined)
        stderr.write(`issue: The sponsor \`${key}\` stands in no issue, and has booked none\n`)
      return exitCodes.fine
    }
    const sponsor = Object.hasOwn(list.sponsors, key) ? list.sponsors[key] : undefined
    const sheet = formatProofSheet(list.rendered, { newsletter: list.newsletter, key, sponsor })
    if (proof === '-') stdout.write(sheet)
    else stdout.write(`${relative(cwd, await writeSheet(resolve(cwd, proof), proof, sheet))}\n`)
    return exitCodes.fine
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`issue: ${error.message}\n`)
    return exitCodes.usage
  }
}

async function writeSheet(path: string, shown: string, sheet: string): Promise<string> {
  const folder = dirname(path)
  if (!isFolder(folder)) throw new UsageError(`Cannot write \`${shown}\`: its folder does not exist`)
  try {
    await writeWithin(folder, basename(path), Buffer.from(sheet))
    return path
  } catch (error) {
    throw new UsageError(`Cannot write \`${shown}\`: ${explainDiskError(error).why}`)
  }
}
