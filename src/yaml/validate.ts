import { type BaseIssue, type GenericSchema, type InferOutput, safeParse } from 'valibot'
import type { VFile } from 'vfile'
import { expectedName } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import type { Severity } from '../diagnostics/severity.ts'
import type { Yaml, YamlPath } from './parse-yaml.ts'

export interface ValidateOptions {
  ruleId: RuleId
  /** What the data is called in a sentence: `front matter`. */
  subject: string
  /** What an unknown key is; a warning unless said. */
  unknownKey?: Severity
}

/**
 * Holds data against a schema made of `looseObject`s and puts a message on the file for each mistake and each unknown
 * key, at its place, with the nearest known name.
 * @returns the data as the schema gives it; entries with mistakes are left out
 */
export function validate<Schema extends GenericSchema>(
  schema: Schema,
  yaml: Yaml,
  file: VFile,
  options: ValidateOptions,
): Partial<InferOutput<Schema>> {
  const value = isRecord(yaml.value) ? yaml.value : {}
  if (yaml.value !== undefined && yaml.value !== null && !isRecord(yaml.value)) {
    const reason = `Unexpected ${kind(yaml.value)}, expected \`key: value\` lines in the ${options.subject}`
    report(file, reason, { ruleId: options.ruleId, place: yaml.placeOf([]) })
    return {}
  }
  complainOfUnknownKeys(schema, value, [], yaml, file, options)
  const result = safeParse(schema, value)
  const bad = new Set<unknown>()
  for (const issue of result.issues ?? []) {
    const path = (issue.path ?? []).map((item) => item.key as string | number)
    bad.add(path[0])
    report(file, sentence(issue, path), {
      ruleId: options.ruleId,
      place: yaml.placeOf(path),
      note:
        typeof issue.input === 'number' && issue.type === 'string'
          ? 'YAML reads it as a number. Put it in quotation marks.'
          : undefined,
    })
  }
  const output = isRecord(result.output) ? result.output : {}
  return Object.fromEntries(Object.entries(output).filter(([key]) => !bad.has(key))) as Partial<
    InferOutput<Schema>
  >
}

function sentence(issue: BaseIssue<unknown>, path: YamlPath): string {
  const name = path.join('.')
  const missing = issue.input === undefined && path.length > 0
  if (missing) return `Missing \`${name}\`${issue.message ? `, expected ${issue.message}` : ''}`
  const expected =
    issue.type === 'custom' || issue.kind === 'validation' ? issue.message : (issue.expected ?? issue.message)
  const wanted = issue.message.startsWith('Invalid') ? expected : issue.message
  return `Unexpected ${kind(issue.input)} in \`${name}\`, expected ${wanted}`
}

function complainOfUnknownKeys(
  schema: unknown,
  value: Record<string, unknown>,
  path: YamlPath,
  yaml: Yaml,
  file: VFile,
  options: ValidateOptions,
): void {
  const entries = entriesOf(schema)
  if (!entries) return
  for (const [key, child] of Object.entries(value)) {
    const here = [...path, key]
    if (!known(entries, key)) {
      const reason = `Unexpected key \`${here.join('.')}\` in the ${options.subject}, expected ${expectedName(key, Object.keys(entries))}`
      const place = yaml.placeOf(here, 'key')
      report(file, reason, { ruleId: options.ruleId, place, severity: options.unknownKey ?? 'warning' })
    } else if (isRecord(child))
      complainOfUnknownKeys(entries[key] ?? entries[anyKey], child, here, yaml, file, options)
  }
}

/** A record's schema knows every key; an object's only its own. */
function known(entries: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(entries, key) || Object.hasOwn(entries, anyKey)
}

const anyKey = '*'

/** The known keys of an object schema, looked for inside `optional`, `pipe`, `union` and `record` too, and what stands for all others. */
function entriesOf(schema: unknown): Record<string, unknown> | undefined {
  if (!isRecord(schema)) return undefined
  if (isRecord(schema.entries))
    return schema.rest ? { ...schema.entries, [anyKey]: schema.rest } : schema.entries
  if (schema.wrapped) return entriesOf(schema.wrapped)
  if (Array.isArray(schema.pipe))
    return schema.pipe.map((item) => (item === schema ? undefined : entriesOf(item))).find(Boolean)
  if (Array.isArray(schema.options)) return schema.options.map(entriesOf).find(Boolean)
  if (schema.type === 'record') return { [anyKey]: schema.value }
  return undefined
}

function kind(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'map'
  const text = String(value)
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
