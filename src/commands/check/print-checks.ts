import { nearest } from '../../diagnostics/nearest.ts'
import { findLevel } from '../../diagnostics/rule-levels.ts'
import { findRule, isRuleId } from '../../diagnostics/rules.ts'
import { UsageError } from '../../files/usage-error.ts'
import { listChecks } from '../../newsletter/list-checks.ts'
import { findBlock, listOtherRules } from '../../newsletter/list-rules.ts'
import { loadSettings } from '../../newsletter/load-settings.ts'
import { resolvePaths } from '../../newsletter/resolve-paths.ts'
import { formatBlockRule, formatCheck, formatCheckList, formatRule } from '../../report/format-checks.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import type { Settings } from '../../settings.ts'
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
  const { root = '.', config, configCode, target, explain } = flags
  const loaded = await loadSettings(resolvePaths({ root, cwd, config, configCode, target }))
  if ('misconfigured' in loaded) return loaded
  const { settings } = loaded
  const colour = wantsColour(flags.color, environment, stdout)
  stdout.write(
    explain === undefined
      ? formatCheckList(listChecks(settings), listOtherRules(settings), { colour })
      : explainRule(explain, settings, colour),
  )
  return exitCodes.fine
}

/** Explains a check or another rule as this newsletter configures it. */
function explainRule(name: string, settings: Settings, colour: boolean): string {
  const checks = listChecks(settings)
  const check = checks.find((listed) => listed.check.name === name)
  if (check) return formatCheck(check, { colour })
  if (isRuleId(name)) return formatRule(findRule(name), { colour, level: findLevel(settings.checks[name]) })
  const block = findBlock(name, settings.blocks)
  if (block !== undefined)
    return formatBlockRule({ id: name, block }, { colour, level: findLevel(settings.checks[name]) })
  const known = [
    ...checks.map((listed) => listed.check.name),
    ...listOtherRules(settings).map(({ id }) => id),
  ]
  const near = nearest(name, known)
  const expected = near
    ? `\`${near}\``
    : 'a rule named in a message, or a check listed by `issue check --list`'
  throw new UsageError(`Unexpected rule \`${name}\`, expected ${expected}`)
}
