import type { Check } from '../checks/check.ts'
import { isCheck, resolveEnabledChecks } from '../checks/enabled-checks.ts'
import { checks } from '../checks/index.ts'
import { linkOnline } from '../checks/link-online.ts'
import { memoize } from '../hast/memoize.ts'
import type { CheckLevel, CheckOptions, Settings } from '../settings.ts'

/** The shipped checks. `link-online` reports nothing here: only `--online` requests links. */
export const shippedChecks: readonly Check[] = [...checks, { ...linkOnline, run: () => {} }]

/** A check with its level and options in a newsletter. */
export interface ListedCheck {
  check: Check
  /** The config's, else the check's default. */
  level: CheckLevel
  options: CheckOptions
  /** Whether the config defines it. */
  isCustom: boolean
}

/**
 * Lists all checks of a newsletter, including those that are off: the shipped ones, then the custom ones. The list is the
 * same for all that need it, and must not be changed.
 */
export const listChecks = memoize((settings: Settings): ListedCheck[] => {
  const enabled = new Map(
    resolveEnabledChecks(shippedChecks, settings.checks).map((entry) => [entry.check.name, entry]),
  )
  const custom = Object.values(settings.checks).filter(isCheck)
  const replaced = new Set(custom.map(({ name }) => name))
  return [...shippedChecks.filter(({ name }) => !replaced.has(name)), ...custom].map((check) => {
    const { level = 'off', options = check.options ?? {} } = enabled.get(check.name) ?? {}
    return { check, level, options, isCustom: replaced.has(check.name) }
  })
})
