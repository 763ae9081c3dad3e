import { expectedName } from '../../diagnostics/list-names.ts'
import { UsageError } from '../../files/usage-error.ts'
import { loadSettings } from '../../newsletter/load-settings.ts'
import { resolvePaths } from '../../newsletter/resolve-paths.ts'
import { formatTargetSheet } from '../../report/format-target-sheet.ts'
import { formatTargetTable } from '../../report/format-target-table.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import { listTargets } from '../../targets/resolve-target.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { TargetsFlags } from './options.ts'

/**
 * `issue targets [name]`: prints a table of all targets, or the details of one. Custom targets are included.
 * @throws {UsageError} for an unknown target
 */
export async function runTargets(
  name: string | undefined,
  { root = '.', config, configCode, color }: TargetsFlags,
  { cwd, stdout, environment }: Context,
): Promise<Outcome> {
  const loaded = await loadSettings(resolvePaths({ root, cwd, config, configCode }))
  if ('misconfigured' in loaded) return loaded
  const targets = listTargets(loaded.settings)
  const colour = wantsColour(color, environment, stdout)
  if (name === undefined) {
    stdout.write(formatTargetTable(targets, { colour }))
    return exitCodes.fine
  }
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined
  if (!target)
    throw new UsageError(
      `Unexpected target \`${name}\`, expected ${expectedName(name, Object.keys(targets))}`,
    )
  stdout.write(formatTargetSheet(name, target, { colour }))
  return exitCodes.fine
}
