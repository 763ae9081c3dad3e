import type { CheckLevel, CheckOptions, CheckSetting } from '../settings.ts'
import type { Check } from './check.ts'

export interface EnabledCheck {
  check: Check
  level: 'error' | 'warning'
  options: CheckOptions
  /** False for a custom check. */
  shipped: boolean
}

/**
 * The checks to run, each with its level and options.
 * @param shipped the shipped checks
 * @param settings the config's `checks`, already validated
 */
export function resolveEnabledChecks(
  shipped: readonly Check[],
  settings: Record<string, CheckSetting>,
): EnabledCheck[] {
  const custom = Object.entries(settings).flatMap(([name, setting]) =>
    isCheck(setting) ? [{ ...setting, name }] : [],
  )
  return [...shipped.filter(({ name }) => !isCheck(settings[name])), ...custom].flatMap((check) => {
    const [level, options] = resolveLevel(check, settings[check.name])
    const enabled = {
      check,
      options: { ...check.options, ...options },
      shipped: !isCheck(settings[check.name]),
    }
    return level === 'off' ? [] : [{ ...enabled, level }]
  })
}

function resolveLevel(check: Check, setting: CheckSetting | undefined): [CheckLevel, CheckOptions] {
  if (typeof setting === 'string') return [setting, {}]
  return Array.isArray(setting) ? setting : [check.level, {}]
}

/** Whether an entry of the config's `checks` is a custom check, rather than the level and options of a shipped one. */
export function isCheck(setting: CheckSetting | undefined): setting is Check {
  return (
    typeof setting === 'object' &&
    !Array.isArray(setting) &&
    'name' in setting &&
    typeof setting.run === 'function'
  )
}
