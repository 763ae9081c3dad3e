import { nearest } from '../../diagnostics/nearest.ts'
import { findRule, isRuleId, rules } from '../../diagnostics/rules.ts'
import { UsageError } from '../../files/usage-error.ts'
import { type ListedCheck, listChecks } from '../../newsletter/list-checks.ts'
import { loadSettings } from '../../newsletter/load-settings.ts'
import { resolvePaths } from '../../newsletter/resolve-paths.ts'
import { formatCheck, formatCheckList, formatRule } from '../../report/format-checks.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { CheckFlags } from './options.ts'

/**
 * `issue check --list` and `issue check --explain <name>`: prints the checks with the levels of
 * the newsletter's config, or explains a check or another rule.
 * @throws {UsageError} for an unknown rule
 */
export async function printChecks(flags: CheckFlags, context: Context): Promise<Outcome> {
  const { cwd, stdout, environment } = context
  const { root = '.', config, target, explain } = flags
  const loaded = await loadSettings(resolvePaths({ root, cwd, config, target }))
  if ('misconfigured' in loaded) return loaded
  const checks = listChecks(loaded.settings)
  const colour = wantsColour(flags.color, environment, stdout)
  stdout.write(
    explain === undefined ? formatCheckList(checks, { colour }) : explainRule(explain, checks, colour),
  )
  return exitCodes.fine
}

/** Explains a check as this newsletter configures it, or a rule that is not a check. */
function explainRule(name: string, checks: ListedCheck[], colour: boolean): string {
  const check = checks.find((listed) => listed.check.name === name)
  if (check) return formatCheck(check, { colour })
  if (isRuleId(name)) return formatRule(findRule(name), { colour })
  const near = nearest(name, [...checks.map((listed) => listed.check.name), ...Object.keys(rules)])
  const expected = near
    ? `\`${near}\``
    : 'a rule named in a message, or a check listed by `issue check --list`'
  throw new UsageError(`Unexpected rule \`${name}\`, expected ${expected}`)
}
