import { type BaseIssue, type GenericSchema, safeParse } from 'valibot'
import { nearest } from '../diagnostics/nearest.ts'
import type { ReportAt } from './report-at.ts'

/** One kind of thing that a config in JavaScript or TypeScript can define: a check, a block. */
export interface DefinitionForm {
  /** What a sentence calls it: `check`. */
  kind: string
  /** What types it, and what that takes; stands below each message. */
  note: string
  /** A name such as one of them has. */
  example: string
  /** Its fields besides `name`, a `looseObject`; the messages are what stands behind "expected". */
  fields: GenericSchema & { entries: Record<string, unknown> }
}

/** What a function's schema says is expected; a function is not quoted. */
export const aFunction = 'a function'

/**
 * Validates what code defines under a name, which `defineCheck` and its like type but nothing else has looked at.
 * @param key the name that it stands under in the config
 * @returns whether it is right
 */
export function validateDefinition(
  key: string,
  definition: object,
  form: DefinitionForm,
  reportAt: ReportAt,
): boolean {
  const mistakes = [...findMistakes(key, definition, form)]
  for (const mistake of mistakes) reportAt(mistake, { note: form.note })
  for (const [name, known] of findMisspelt(definition, ['name', ...Object.keys(form.fields.entries)]))
    reportAt(`Unexpected \`${name}\` in the ${form.kind} \`${key}\`, expected \`${known}\``, {
      note: form.note,
      severity: 'warning',
    })
  return mistakes.length === 0
}

function* findMistakes(key: string, definition: object, form: DefinitionForm): Generator<string> {
  const subject = `the ${form.kind} \`${key}\``
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(key))
    yield `Unexpected name \`${key}\` of a ${form.kind}, expected small letters and hyphens, such as \`${form.example}\``
  const name = 'name' in definition ? definition.name : undefined
  if (name === undefined) yield `Missing \`name\` in ${subject}, expected \`${key}\``
  else if (name !== key)
    yield `Unexpected name \`${name}\` in ${subject}, expected \`${key}\`, as the config calls it`
  for (const issue of safeParse(form.fields, definition).issues ?? []) yield formatIssue(issue, subject)
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

/** Fields that are none, but nearly. Any other may be the author's own: a definition can be an object of a class. */
function findMisspelt(definition: object, known: string[]): [name: string, known: string][] {
  return Object.keys(definition).flatMap((name): [string, string][] => {
    const near = known.includes(name) ? undefined : nearest(name, known)
    return near === undefined || near in definition ? [] : [[name, near]]
  })
}
