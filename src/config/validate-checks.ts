import type { VFile } from 'vfile'
import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { CheckLevel, CheckOptions, CheckSetting } from '../settings.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'
import { isMap } from './remove-empty.ts'
import { createReportAt, type ReportAt } from './report-at.ts'
import { isCustomCheck, validateCustomCheck } from './validate-custom-check.ts'

/** The parts of a check that the config is validated against. */
export interface KnownCheck {
  name: string
  /** Its options with their defaults, whose types the config's values must have. */
  options?: CheckOptions
  /** Whether it is a rule that cannot be switched off. */
  isFixed?: boolean
}

/** What the names in the config's `checks` are validated against. */
export interface KnownNames {
  /** The shipped checks and the other rules; without them every name and option is accepted. */
  checks?: readonly KnownCheck[] | undefined
  /** The names of the blocks that the config defines, whose rules begin with them. */
  blocks?: readonly string[]
}

type OptionValue = CheckOptions[string]

const levels: CheckLevel[] = ['off', 'warning', 'error']

/**
 * Validates the config's `checks`: names, levels, options, and custom checks.
 * @param checks the entries by name
 * @returns the valid entries
 */
export function validateChecks(
  checks: Record<string, unknown>,
  yaml: Yaml,
  file: VFile,
  known: KnownNames = {},
): Record<string, CheckSetting> {
  const settings: Record<string, CheckSetting> = {}
  for (const [name, setting] of Object.entries(checks)) {
    const valid = validateEntry(name, setting, known, createReportAt(file, yaml, ['checks', name]))
    if (valid !== undefined) settings[name] = valid
  }
  return settings
}

function validateEntry(
  name: string,
  setting: unknown,
  { checks: known, blocks = [] }: KnownNames,
  reportAt: ReportAt,
): CheckSetting | undefined {
  if (setting === null || setting === undefined) return undefined
  if (isCustomCheck(setting)) return validateCustomCheck(name, setting, reportAt)
  const check = known?.find((other) => other.name === name)
  const isOfBlock = blocks.some((block) => name === block || name.startsWith(`${block}-`))
  if (known && !check && !isOfBlock) {
    reportUnknownName(
      name,
      [...known.filter(({ isFixed }) => !isFixed).map((other) => other.name), ...blocks],
      reportAt,
    )
    return undefined
  }
  if (check?.isFixed) {
    reportFixed(name, reportAt)
    return undefined
  }
  const list: unknown[] = Array.isArray(setting) ? setting : [setting]
  const [level, options = {}] = list
  if (!isLevel(level)) {
    reportLevel(name, level, check, Array.isArray(setting) ? [0] : [], reportAt)
    return undefined
  }
  if (!isMap(options) || list.length > 2) {
    const [bad, index] = list.length > 2 ? [list[2], 2] : [options, 1]
    reportAt(`Unexpected ${describeValue(bad)} in \`checks.${name}\`, expected ${formatForm(check)}`, {
      path: [index],
    })
    return undefined
  }
  if (check && !validateOptions(check, options, reportAt)) return undefined
  return Array.isArray(setting) ? [level, options as CheckOptions] : level
}

function reportFixed(name: string, reportAt: ReportAt): void {
  reportAt(
    `Unexpected rule \`${name}\` in \`checks\`, expected one that \`issue check --list\` lists with a level`,
    {
      part: 'key',
      severity: 'warning',
      note: 'Nothing right could be sent while this rule has messages, so that it is always on.',
    },
  )
}

function reportUnknownName(name: string, known: readonly string[], reportAt: ReportAt): void {
  const near = nearest(name, known)
  const expected = near ? `\`${near}\`` : 'one that `issue check --list` lists'
  reportAt(`Unexpected check \`${name}\` in \`checks\`, expected ${expected}`, {
    part: 'key',
    severity: 'warning',
    note: 'To add a check of your own, write it with `defineCheck` in a config in JavaScript or TypeScript.',
  })
}

function reportLevel(
  name: string,
  level: unknown,
  check: KnownCheck | undefined,
  path: YamlPath,
  reportAt: ReportAt,
): void {
  const meant = typeof level === 'string' ? findLevel(level) : undefined
  const expected = meant ? `\`${meant}\`` : isMap(level) ? formatForm(check) : listNames(levels)
  const note =
    level === false
      ? 'To switch the check off, write `off`.'
      : level === true
        ? 'A check is on unless it is switched off: remove the entry, or write `warning` or `error`.'
        : undefined
  reportAt(`Unexpected ${describeValue(level)} in \`checks.${name}\`, expected ${expected}`, {
    path,
    ...(note && { note }),
  })
}

/** Finds the level that was most likely meant: `warning` for `warn`, `error` for `eror`. */
function findLevel(name: string): string | undefined {
  const prefixed = levels.find((level) => name !== '' && level.startsWith(name.toLowerCase()))
  return prefixed ?? nearest(name, levels)
}

/** @returns whether all options are valid */
function validateOptions(
  { name, options: defaults = {} }: KnownCheck,
  options: object,
  reportAt: ReportAt,
): boolean {
  const known = Object.keys(defaults)
  const list = Object.entries(defaults).map(([option, value]) => `\`${option}\` (${JSON.stringify(value)})`)
  const note =
    known.length > 0
      ? `Its options, with their defaults: ${list.join(', ')}.`
      : 'It has no options, only a level.'
  let isValid = true
  for (const [option, value] of Object.entries(options)) {
    const fallback = defaults[option]
    const path = [1, option]
    if (fallback === undefined) {
      const expected = known.length > 0 ? expectedName(option, known) : 'none'
      reportAt(`Unexpected option \`${option}\` of \`${name}\`, expected ${expected}`, {
        path,
        part: 'key',
        note,
      })
    } else if (!hasTypeOf(value, fallback)) {
      const expected = describeType(fallback)
      reportAt(`Unexpected ${describeValue(value)} in \`${option}\` of \`${name}\`, expected ${expected}`, {
        path,
        note,
      })
    } else continue
    isValid = false
  }
  return isValid
}

function hasTypeOf(value: unknown, fallback: OptionValue): boolean {
  if (Array.isArray(fallback)) return Array.isArray(value) && value.every((item) => typeof item === 'string')
  return typeof value === typeof fallback && (typeof value !== 'number' || Number.isFinite(value))
}

function describeType(fallback: OptionValue): string {
  if (Array.isArray(fallback)) return 'a list of texts'
  if (typeof fallback === 'boolean') return '`true` or `false`'
  return typeof fallback === 'number' ? 'a number' : 'a text'
}

/** Formats what a check's entry can be, with an option of that check: ``a level, and options if need be, such as `[warning, { max: 70 }]` ``. */
function formatForm(check: KnownCheck | undefined): string {
  const [first] = Object.entries(check?.options ?? {})
  if (!first) return listNames(levels)
  return `a level, and options if need be, such as \`[warning, { ${first[0]}: ${JSON.stringify(first[1])} }]\``
}

function isLevel(value: unknown): value is CheckLevel {
  return levels.some((level) => level === value)
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'map' : `\`${String(value)}\``
}
