import * as v from 'valibot'
import { listNames } from '../diagnostics/list-names.ts'
import type { CustomCheck } from '../settings.ts'
import type { ReportAt } from './report-at.ts'
import { aFunction, type DefinitionForm, validateDefinition } from './validate-definition.ts'

type Fields = Record<string, unknown> & Pick<CustomCheck, 'run'>

const levels = ['off', 'warning', 'error'] as const

const form: DefinitionForm = {
  kind: 'check',
  note: 'A check of your own is what `defineCheck` takes: `name`, `summary`, `note`, `level` and `run`.',
  example: 'link-text',
  fields: v.looseObject({
    run: v.function(aFunction),
    summary: v.string('a text'),
    note: v.string('a text'),
    level: v.picklist(levels, listNames(levels)),
    options: v.optional(v.looseObject({}, 'a map of options with their defaults')),
  }),
}

/** Whether an entry of the config's `checks` is meant as a custom check. */
export function isCustomCheck(setting: unknown): setting is Fields {
  return typeof setting === 'object' && setting !== null && 'run' in setting
}

/**
 * Validates a custom check.
 * @param key its name in the config's `checks`
 * @param check its entry
 * @returns the check; `undefined` when it has errors
 */
export function validateCustomCheck(key: string, check: Fields, reportAt: ReportAt): CustomCheck | undefined {
  if (!validateDefinition(key, check, form, reportAt)) return undefined
  const { name, summary, note, level, options } = check
  // Bound to its object, so that it may be a method of a class.
  const run: CustomCheck['run'] = (...input) => check.run(...input)
  return Object.assign({ run }, { name, summary, note, level, ...(options !== undefined && { options }) })
}
