import { type BaseIssue, type GenericSchema, type InferOutput, safeParse } from 'valibot'
import type { VFile } from 'vfile'
import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { beginsWithTypographicQuote } from '../diagnostics/typographic-quotes.ts'
import { describeWideColon } from './explain-yaml-error.ts'
import type { Yaml, YamlPath } from './parse-yaml.ts'

export interface ValidateOptions {
  ruleId: RuleId
  /** The name of the data in messages: `front matter`. */
  subject: string
  /** The severity of an unknown key; `warning` by default. */
  unknownKey?: Severity
  /** Keys at the top level that belong to other programs, and are not reported. */
  ignored?: ReadonlySet<string>
  /** The key below which there may be data of any name: where a key at the top level belongs that resembles none. */
  ownData?: string
  /** Advice for the invalid values of keys at the top level. */
  notes?: Readonly<Record<string, (value: unknown) => string | undefined>>
}

/**
 * Validates data against a schema made of `looseObject`s. Reports each invalid value and each unknown key on the file, at
 * its position, with the most similar known key.
 * @returns the output of the schema, without invalid entries
 */
export function validate<Schema extends GenericSchema>(
  schema: Schema,
  yaml: Yaml,
  file: VFile,
  options: ValidateOptions,
): Partial<InferOutput<Schema>> {
  const value = isRecord(yaml.value) ? yaml.value : {}
  if (yaml.value !== undefined && yaml.value !== null && !isRecord(yaml.value)) {
    const wide = typeof yaml.value === 'string' ? /^[\w-]+(?=：)/.exec(yaml.value)?.[0] : undefined
    const { reason: wideReason, note } = wide === undefined ? {} : describeWideColon(wide)
    const reason =
      wideReason ??
      `Unexpected ${describeValue(yaml.value)}, expected \`key: value\` lines in the ${options.subject}`
    report(file, reason, { ruleId: 'yaml-syntax', place: yaml.placeOf([]), note })
    return {}
  }
  reportUnknownKeys(schema, value, [], yaml, file, options)
  const result = safeParse(schema, value)
  const invalid = new Set<unknown>()
  for (const issue of result.issues ?? []) {
    const path = (issue.path ?? []).map((item) => item.key as string | number)
    invalid.add(path[0])
    report(file, formatReason(issue, path), {
      ruleId: options.ruleId,
      place: yaml.placeOf(path),
      note: options.notes?.[path[0] ?? '']?.(issue.input) ?? describeNote(issue),
    })
  }
  const output = isRecord(result.output) ? result.output : {}
  return Object.fromEntries(Object.entries(output).filter(([key]) => !invalid.has(key))) as Partial<
    InferOutput<Schema>
  >
}

function describeNote({ input, type }: BaseIssue<unknown>): string | undefined {
  if (typeof input === 'number' && type === 'string')
    return 'YAML reads it as a number. Put it in quotation marks.'
  if (typeof input === 'string' && beginsWithTypographicQuote(input))
    return 'The quotation marks of word processors, such as `“`, are a part of the text to YAML. Remove them, or write straight ones.'
  return undefined
}

function formatReason(issue: BaseIssue<unknown>, path: YamlPath): string {
  const name = path.join('.')
  const missing = issue.input === undefined && path.length > 0
  if (missing) return `Missing \`${name}\`${issue.message ? `, expected ${issue.message}` : ''}`
  const expected =
    issue.type === 'custom' || issue.kind === 'validation' ? issue.message : (issue.expected ?? issue.message)
  const wanted = issue.message.startsWith('Invalid') ? expected : issue.message
  return `Unexpected ${describeValue(issue.input)} in \`${name}\`, expected ${wanted}`
}

function reportUnknownKeys(
  schema: unknown,
  value: Record<string, unknown>,
  path: YamlPath,
  yaml: Yaml,
  file: VFile,
  options: ValidateOptions,
): void {
  const entries = findEntries(schema)
  if (!entries) return
  const foreign: string[] = []
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, key]
    if (path.length === 0 && options.ignored?.has(key)) continue
    if (!isKnownKey(entries, key)) {
      if (options.ownData !== undefined && nearest(key, Object.keys(entries)) === undefined) {
        foreign.push(key)
        continue
      }
      const reason = `Unexpected key \`${here.join('.')}\` in the ${options.subject}, expected ${expectedName(key, Object.keys(entries))}`
      const place = yaml.placeOf(here, 'key')
      report(file, reason, { ruleId: options.ruleId, place, severity: options.unknownKey ?? 'warning' })
    } else if (isRecord(child))
      reportUnknownKeys(entries[key] ?? entries[anyKey], child, here, yaml, file, options)
  }
  reportOwnData(foreign, yaml, file, options)
}

/** Reports all keys that resemble none as one: they are most likely data of the author's own, or of another program. */
function reportOwnData(
  keys: readonly string[],
  yaml: Yaml,
  file: VFile,
  { ruleId, subject, unknownKey = 'warning', ownData = '' }: ValidateOptions,
): void {
  const [first] = keys
  if (first === undefined) return
  const isOne = keys.length === 1
  const names = listNames(keys).replace(' or ', ' and ')
  report(
    file,
    `Unexpected ${isOne ? 'key' : 'keys'} ${names} in the ${subject}, expected ${isOne ? 'it' : 'them'} below \`${ownData}\``,
    {
      ruleId,
      place: yaml.placeOf([first], 'key'),
      severity: unknownKey,
      note: `${isOne ? 'It has' : 'They have'} no effect here. Data that templates of your own read stand below \`${ownData}:\`, indented by two spaces; what nothing reads can be removed.`,
    },
  )
}

/** The schema of a record accepts every key, that of an object only its own. */
function isKnownKey(entries: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(entries, key) || Object.hasOwn(entries, anyKey)
}

const anyKey = '*'

/** The entries of an object schema, also within `optional`, `pipe` and `union`; `anyKey` is the schema of all other keys. */
function findEntries(schema: unknown): Record<string, unknown> | undefined {
  if (!isRecord(schema)) return undefined
  if (isRecord(schema.entries))
    return schema.rest ? { ...schema.entries, [anyKey]: schema.rest } : schema.entries
  if (schema.wrapped) return findEntries(schema.wrapped)
  if (Array.isArray(schema.pipe))
    return schema.pipe.map((item) => (item === schema ? undefined : findEntries(item))).find(Boolean)
  if (Array.isArray(schema.options)) return schema.options.map(findEntries).find(Boolean)
  if (schema.type === 'record') return { [anyKey]: schema.value }
  return undefined
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'map'
  const text = String(value)
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
