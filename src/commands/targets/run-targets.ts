import { expectedName } from '../../diagnostics/list-names.ts'
import { UsageError } from '../../files/usage-error.ts'
import { formatTargetSheet } from '../../report/format-target-sheet.ts'
import { formatTargetTable } from '../../report/format-target-table.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import { targetNames, targets } from '../../targets/index.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import type { TargetsFlags } from '../targets.ts'

/**
 * `issue targets [name]`: prints the table of all targets, or all about one.
 * @returns the exit code
 * @throws {UsageError} for an unknown target
 */
export function runTargets(
  name: string | undefined,
  { color }: TargetsFlags,
  { stdout, environment }: Context,
): number {
  const colour = wantsColour(color, environment, stdout)
  if (name === undefined) {
    stdout.write(formatTargetTable(targets, { colour }))
    return exitCodes.fine
  }
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined
  if (!target)
    throw new UsageError(`Unexpected target \`${name}\`, expected ${expectedName(name, targetNames)}`)
  stdout.write(formatTargetSheet(name, target, { colour }))
  return exitCodes.fine
}
