import { listNames } from '../diagnostics/list-names.ts'
import { isRuleId } from '../diagnostics/rules.ts'
import type { OwnCheck } from '../settings.ts'
import type { ReportAt } from './validate-checks.ts'

type Fields = Record<string, unknown> & Pick<OwnCheck, 'run'>

const levels = ['off', 'warning', 'error']

/** Whether an entry of the config's `checks` is meant as a check of the user's own. */
export function isCustomCheck(setting: unknown): setting is Fields {
  return typeof setting === 'object' && setting !== null && 'run' in setting
}

/**
 * Holds a check of the user's own, which `defineCheck` types but nothing else has looked at.
 * @param key the name that it stands under in the config
 * @param check what stands there
 * @param say complains of it
 * @returns the check; nothing when it has mistakes
 */
export function validateCustomCheck(key: string, check: Fields, say: ReportAt): OwnCheck | undefined {
  const flaws = [...findFlaws(key, check)]
  for (const flaw of flaws) {
    say(flaw, {
      note: 'A check of your own is what `defineCheck` takes: `name`, `summary`, `note`, `level` and `run`.',
    })
  }
  if (flaws.length > 0) return undefined
  const { name, summary, note, level, options } = check
  // Bound, so that it may be a method of a class.
  const run: OwnCheck['run'] = (...input) => check.run(...input)
  return Object.assign({ run }, { name, summary, note, level, ...(options !== undefined && { options }) })
}

function* findFlaws(key: string, check: Fields): Generator<string> {
  const subject = `the check \`${key}\``
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(key))
    yield `Unexpected name \`${key}\` of a check, expected small letters and hyphens, such as \`link-text\``
  if (isRuleId(key)) yield `Unexpected name \`${key}\` of a check, expected one that no other rule has`
  if (typeof check.run !== 'function') yield `Unexpected \`run\` in ${subject}, expected a function`
  if (check.name !== key)
    yield check.name === undefined
      ? `Missing \`name\` in ${subject}, expected \`${key}\``
      : `Unexpected name \`${check.name}\` in ${subject}, expected \`${key}\`, as the config calls it`
  for (const field of ['summary', 'note'])
    if (typeof check[field] !== 'string') yield `Missing \`${field}\` in ${subject}, expected a text`
  if (!levels.includes(String(check.level)))
    yield check.level === undefined
      ? `Missing \`level\` in ${subject}, expected ${listNames(levels)}`
      : `Unexpected level \`${check.level}\` in ${subject}, expected ${listNames(levels)}`
}
