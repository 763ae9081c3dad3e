import { nearest } from '../../diagnostics/nearest.ts'
import { UsageError } from '../../files/usage-error.ts'
import { type ListedCheck, listChecks } from '../../newsletter/list-checks.ts'
import { loadSettings } from '../../newsletter/load-settings.ts'
import { resolvePaths } from '../../newsletter/resolve-paths.ts'
import { formatCheckList } from '../../report/format-check-list.ts'
import { formatExplanation } from '../../report/format-explanation.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import type { CheckFlags } from '../check.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'

/**
 * `issue check --list` and `issue check --explain <name>`: prints the checks, as the newsletter's config has them.
 * @throws {UsageError} for an unknown check
 */
export async function printChecks(flags: CheckFlags, context: Context): Promise<Outcome> {
  const { cwd, stdout, environment } = context
  const { root = '.', config, target, explain } = flags
  const loaded = await loadSettings(resolvePaths({ root, cwd, config, target }))
  if ('misconfigured' in loaded) return loaded
  const checks = listChecks(loaded.settings)
  const colour = wantsColour(flags.color, environment, stdout)
  stdout.write(
    explain === undefined
      ? formatCheckList(checks, { colour })
      : formatExplanation(findCheck(explain, checks), { colour }),
  )
  return exitCodes.fine
}

function findCheck(name: string, checks: ListedCheck[]): ListedCheck {
  const found = checks.find(({ check }) => check.name === name)
  if (found) return found
  const near = nearest(
    name,
    checks.map(({ check }) => check.name),
  )
  const expected = near ? `\`${near}\`` : 'one that `issue check --list` lists'
  throw new UsageError(`Unexpected check \`${name}\`, expected ${expected}`)
}
