import { expectedName } from '../diagnostics/list-names.ts'
import { UsageError } from '../files/usage-error.ts'
import { loadSettings } from '../newsletter/load-settings.ts'
import { resolvePaths } from '../newsletter/resolve-paths.ts'
import { formatPretty } from '../report/format-pretty.ts'
import { formatTargetSheet } from '../report/format-target-sheet.ts'
import { formatTargetTable } from '../report/format-target-table.ts'
import { wantsColour } from '../report/wants-colour.ts'
import { listTargets } from '../targets/resolve-target.ts'
import type { Target } from '../targets/target.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** The flags of `issue targets`, as the command line gives them. */
export interface TargetsFlags {
  root?: string
  config?: string
  color: boolean
}

/**
 * `issue targets [name]`: prints the table of all targets, or all about one; the newsletter's own are among them.
 * @returns the exit code
 */
export async function targetsCommand(
  name: string | undefined,
  flags: TargetsFlags,
  context: Context,
): Promise<number> {
  const { stdout, stderr, environment } = context
  const targets = await loadTargets(flags, context)
  if (typeof targets === 'number') return targets
  const colour = wantsColour(flags.color, environment, stdout)
  if (name === undefined) {
    stdout.write(formatTargetTable(targets, { colour }))
    return exitCodes.fine
  }
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined
  if (!target) {
    stderr.write(
      `issue: Unexpected target \`${name}\`, expected ${expectedName(name, Object.keys(targets))}\n`,
    )
    return exitCodes.usage
  }
  stdout.write(formatTargetSheet(name, target, { colour }))
  return exitCodes.fine
}

/** @returns the exit code when the newsletter's config cannot be used */
async function loadTargets(
  { root = '.', config, color }: TargetsFlags,
  { cwd, stderr, environment }: Context,
): Promise<Record<string, Target> | number> {
  try {
    const loaded = await loadSettings(resolvePaths({ root, cwd, config }))
    if (!('misconfigured' in loaded)) return listTargets(loaded.settings)
    const colour = wantsColour(color, environment, stderr)
    stderr.write(formatPretty([loaded.misconfigured], { colour, width: stderr.columns }))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`issue: ${error.message}\n`)
  }
  return exitCodes.usage
}
