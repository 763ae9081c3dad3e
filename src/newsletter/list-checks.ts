import type { Check } from '../checks/check.ts'
import { isCheck, resolveEnabledChecks } from '../checks/enabled-checks.ts'
import { checks } from '../checks/index.ts'
import { linkOnline } from '../checks/link-online.ts'
import type { CheckLevel, CheckOptions, Settings } from '../settings.ts'

/** Ours; `link-online` finds nothing by itself, since it is `--online` that asks. */
export const shippedChecks: readonly Check[] = [...checks, { ...linkOnline, run: () => {} }]

/** A check as a newsletter has it. */
export interface ListedCheck {
  check: Check
  /** As the config says, else the check's own. */
  level: CheckLevel
  options: CheckOptions
  /** Whether it is a custom one. */
  own: boolean
}

/** All checks that a newsletter knows, those too that are off: the shipped ones, then the custom ones. */
export function listChecks(settings: Settings): ListedCheck[] {
  const enabled = new Map(
    resolveEnabledChecks(shippedChecks, settings.checks).map((entry) => [entry.check.name, entry]),
  )
  const custom = Object.values(settings.checks).filter(isCheck)
  const replaced = new Set(custom.map(({ name }) => name))
  return [...shippedChecks.filter(({ name }) => !replaced.has(name)), ...custom].map((check) => {
    const { level = 'off', options = check.options ?? {} } = enabled.get(check.name) ?? {}
    return { check, level, options, own: replaced.has(check.name) }
  })
}
