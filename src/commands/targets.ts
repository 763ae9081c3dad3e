import { expectedName } from '../diagnostics/list-names.ts'
import { formatTargetSheet } from '../report/format-target-sheet.ts'
import { formatTargetTable } from '../report/format-target-table.ts'
import { wantsColour } from '../report/wants-colour.ts'
import { targetNames, targets } from '../targets/index.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** The flags of `issue targets`, as the command line gives them. */
export interface TargetsFlags {
  color: boolean
}

/**
 * `issue targets [name]`: prints the table of all targets, or all about one.
 * @returns the exit code
 */
export function targetsCommand(name: string | undefined, flags: TargetsFlags, context: Context): number {
  const { stdout, stderr, environment } = context
  const colour = wantsColour(flags.color, environment, stdout)
  if (name === undefined) {
    stdout.write(formatTargetTable(targets, { colour }))
    return exitCodes.fine
  }
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined
  if (!target) {
    stderr.write(`issue: Unexpected target \`${name}\`, expected ${expectedName(name, targetNames)}\n`)
    return exitCodes.usage
  }
  stdout.write(formatTargetSheet(name, target, { colour }))
  return exitCodes.fine
}
