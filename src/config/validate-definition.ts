import { type BaseIssue, type GenericSchema, safeParse } from 'valibot'
import { nearest } from '../diagnostics/nearest.ts'
import { isRuleId } from '../diagnostics/rules.ts'
import { isMap } from './remove-empty.ts'
import type { ReportAt } from './report-at.ts'

/** The schema of a `looseObject`. */
type MapSchema = GenericSchema & { entries: Record<string, unknown> }

/** One kind of thing that a config in JavaScript or TypeScript can define: a check, a block. */
export interface DefinitionForm {
  /** Its name in messages: `check`. */
  kind: string
  /** The note of each message: the function that types it, and its fields. */
  note: string
  /** An example of a name. */
  example: string
  /** Its fields except `name`, a `looseObject`; the schema's messages are the texts after "expected". */
  fields: MapSchema
  /** The schemas of the fields whose keys are checked for misspellings. */
  parts?: Record<string, MapSchema>
}

/** The message of a function's schema; messages do not quote the value then. */
export const aFunction = 'a function'

/**
 * Validates a definition in the config, such as a check: `defineCheck` and the like only type it.
 * @param key its name in the config
 * @returns whether it is valid
 */
export function validateDefinition(
  key: string,
  definition: object,
  form: DefinitionForm,
  reportAt: ReportAt,
): boolean {
  const errors = [...findErrors(key, definition, form)]
  for (const error of errors) reportAt(error, { note: form.note })
  for (const [name, known] of findMisspelt(definition, form))
    reportAt(`Unexpected \`${name}\` in the ${form.kind} \`${key}\`, expected \`${known}\``, {
      note: form.note,
      severity: 'warning',
    })
  return errors.length === 0
}

function* findErrors(key: string, definition: object, form: DefinitionForm): Generator<string> {
  const subject = `the ${form.kind} \`${key}\``
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(key))
    yield `Unexpected name \`${key}\` of a ${form.kind}, expected small letters and hyphens, such as \`${form.example}\``
  if (isRuleId(key)) yield `Unexpected name \`${key}\` of a ${form.kind}, expected one that no other rule has`
  const name = 'name' in definition ? definition.name : undefined
  if (name === undefined) yield `Missing \`name\` in ${subject}, expected \`${key}\``
  else if (name !== key)
    yield `Unexpected name \`${name}\` in ${subject}, expected \`${key}\`, as the config calls it`
  // Missing fields are set to `undefined`: otherwise Valibot reports them on the whole object, without the field's message.
  const fields = Object.keys(form.fields.entries).map((field) => [field, Reflect.get(definition, field)])
  const { issues = [] } = safeParse(form.fields, Object.fromEntries(fields))
  for (const issue of issues) yield formatIssue(issue, subject)
}

function formatIssue(issue: BaseIssue<unknown>, subject: string): string {
  const path = (issue.path ?? []).map(({ key }) => String(key))
  const name = path.join('.')
  const { input } = issue
  const expected = issue.message.startsWith('Invalid') ? issue.expected : issue.message
  if (input === undefined) return `Missing \`${name}\` in ${subject}, expected ${expected}`
  const isPlain = ['string', 'number', 'boolean'].includes(typeof input)
  if (!isPlain || expected === aFunction) return `Unexpected \`${name}\` in ${subject}, expected ${expected}`
  return path.length === 1
    ? `Unexpected ${name} \`${input}\` in ${subject}, expected ${expected}`
    : `Unexpected \`${input}\` in \`${name}\` of ${subject}, expected ${expected}`
}

/**
 * Finds fields that are nearly a known one. Other unknown fields are allowed, since a definition can be an object of
 * a class.
 */
function findMisspelt(definition: object, { fields, parts = {} }: DefinitionForm): [string, string][] {
  const known = ['name', ...Object.keys(fields.entries)]
  const inParts = Object.entries(parts).flatMap(([part, schema]) => {
    const value = part in definition ? definition[part as keyof typeof definition] : undefined
    const near = isMap(value) ? findNear(value, Object.keys(schema.entries)) : []
    return near.map(([name, meant]): [string, string] => [`${part}.${name}`, meant])
  })
  return [...findNear(definition, known), ...inParts]
}

function findNear(value: object, known: string[]): [name: string, meant: string][] {
  return Object.keys(value).flatMap((name): [string, string][] => {
    const meant = known.includes(name) ? undefined : nearest(name, known)
    return meant === undefined || Object.hasOwn(value, meant) ? [] : [[name, meant]]
  })
}
