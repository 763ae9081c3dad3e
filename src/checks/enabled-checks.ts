import type { CheckLevel, CheckOptions, CheckSetting } from '../settings.ts'
import type { Check } from './check.ts'

export interface EnabledCheck {
  check: Check
  level: 'error' | 'warning'
  options: CheckOptions
  /** False for a check of the user's own. */
  shipped: boolean
}

/**
 * The checks to run, each with its level and options.
 * @param shipped our checks
 * @param settings the config's `checks`, held against the shipped ones already
 */
export function resolveEnabledChecks(
  shipped: readonly Check[],
  settings: Record<string, CheckSetting>,
): EnabledCheck[] {
  const own = Object.entries(settings).flatMap(([name, setting]) =>
    isCheck(setting) ? [{ ...setting, name }] : [],
  )
  return [...shipped.filter(({ name }) => !isCheck(settings[name])), ...own].flatMap((check) => {
    const [level, options] = toLevel(check, settings[check.name])
    const enabled = {
      check,
      options: { ...check.options, ...options },
      shipped: !isCheck(settings[check.name]),
    }
    return level === 'off' ? [] : [{ ...enabled, level }]
  })
}

function toLevel(check: Check, setting: CheckSetting | undefined): [CheckLevel, CheckOptions] {
  if (typeof setting === 'string') return [setting, {}]
  return Array.isArray(setting) ? setting : [check.level, {}]
}

export function isCheck(setting: CheckSetting | undefined): setting is Check {
  return (
    typeof setting === 'object' &&
    !Array.isArray(setting) &&
    'name' in setting &&
    typeof setting.run === 'function'
  )
}
