import type { VFile } from 'vfile'
import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import type { TagLogic } from '../merge-tags/dialect.ts'
import { mergeNames, type TargetDefinition } from '../targets/target.ts'
import { isWindowsDevice } from '../urls/windows-names.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'

type Fields = Record<string, unknown>

const logics: TagLogic[] = [
  'if',
  'unless',
  'elseif',
  'else',
  'end',
  'choice',
  'section',
  'aside',
  'raw',
  'statement',
]

const note =
  'A target of your own is an object for `defineTarget`: `title`, `dialects` and `names`, and whatever else is known about the provider.'

/**
 * Validates the config's `targets`: `defineTarget` only types them.
 * @param targets definitions by name
 * @returns the valid definitions
 */
export function validateCustomTargets(
  targets: Record<string, unknown>,
  yaml: Yaml,
  file: VFile,
): Record<string, TargetDefinition> {
  const valid = Object.entries(targets).filter((entry): entry is [string, TargetDefinition] => {
    const [name, target] = entry
    const errors = [...findErrors(name, target)]
    for (const error of errors)
      report(file, error, { ruleId: 'config', place: yaml.placeOf(['targets', name]), note })
    return errors.length === 0
  })
  return Object.fromEntries(valid)
}

function* findErrors(name: string, target: unknown): Generator<string> {
  const subject = `the target \`${name}\``
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    yield `Unexpected name \`${name}\` of a target, expected small letters, digits and hyphens, such as \`my-provider\``
  if (isWindowsDevice(name))
    yield `Unexpected name \`${name}\` of a target, expected another: no folder can have it on Windows`
  if (!isMap(target)) {
    yield `Unexpected ${describeValue(target)} in \`targets.${name}\`, expected what \`defineTarget\` takes`
    return
  }
  if (!isText(target.title)) yield `Missing \`title\` in ${subject}, expected its name in a sentence`
  if (!Array.isArray(target.dialects) || target.dialects.length === 0)
    yield `Missing \`dialects\` in ${subject}, expected a list such as \`[{ open: '<<', close: '>>' }]\``
  else for (const dialect of target.dialects) yield* findDialectErrors(dialect, subject)
  if (isMap(target.names)) yield* findNameErrors(target.names, subject)
  else yield `Missing \`names\` in ${subject}, expected a map such as \`{ first_name: '<<NAME>>' }\``
  yield* findPartErrors(target, subject)
}

function* findDialectErrors(dialect: unknown, subject: string): Generator<string> {
  if (!isMap(dialect) || !isText(dialect.open) || !isText(dialect.close)) {
    yield `Unexpected dialect in ${subject}, expected texts in its \`open\` and \`close\``
    return
  }
  const { tags = [], logic = {}, fallback = [] } = dialect
  for (const [field, list] of Object.entries({ tags, fallback }))
    if (!Array.isArray(list) || !list.every(isPattern))
      yield `Unexpected \`${field}\` in a dialect of ${subject}, expected a list of regular expressions`
  if (Array.isArray(tags) && tags.filter(isPattern).some(isUnjoinable))
    yield `Unexpected expression in \`tags\` of ${subject}, expected one that matches some text, without groups that capture (write \`(?:…)\`), and with no flag but \`i\``
  if (!isMap(logic) || !Object.values(logic).every(isPattern))
    yield `Unexpected \`logic\` in a dialect of ${subject}, expected a map of regular expressions`
  else
    for (const kind of Object.keys(logic))
      if (!(logics as string[]).includes(kind))
        yield `Unexpected \`${kind}\` in \`logic\` of ${subject}, expected ${expectedName(kind, logics)}`
}

/** Whether an expression cannot be joined with others to one: it has capturing groups, flags other than `i`, or matches the empty text. */
function isUnjoinable({ source, flags }: RegExp): boolean {
  const groups = new RegExp(`${source}|`).exec('')?.length ?? 1
  return groups > 1 || /[^i]/.test(flags) || new RegExp(`^(?:${source})$`).test('')
}

function* findNameErrors(names: Fields, subject: string): Generator<string> {
  for (const [name, value] of Object.entries(names)) {
    if (!(mergeNames as readonly string[]).includes(name))
      yield `Unexpected name \`${name}\` in \`names\` of ${subject}, expected ${expectedName(name, mergeNames)}`
    const tag = isMap(value) ? value.tag : value
    if (!isText(tag))
      yield `Unexpected ${describeValue(tag)} in \`names.${name}\` of ${subject}, expected a tag such as \`<<NAME>>\``
    const fallback = isMap(value) ? value.fallback : undefined
    const write = isMap(fallback) ? fallback.write : fallback
    if (write !== undefined && typeof write !== 'function')
      yield `Unexpected \`fallback\` of \`names.${name}\` in ${subject}, expected a function of the words`
  }
}

function* findPartErrors(target: Fields, subject: string): Generator<string> {
  const { literal = false, requires = [], adds = [], signature, language = '' } = target
  if (
    literal !== false &&
    !(isMap(literal) && isGlobal(literal.pattern) && typeof literal.write === 'function')
  )
    yield `Unexpected \`literal\` in ${subject}, expected a global regular expression in \`pattern\`, and a function in \`write\``
  if (
    !Array.isArray(requires) ||
    !requires.every((each) => isMap(each) && isText(each.tag) && isPattern(each.pattern))
  )
    yield `Unexpected \`requires\` in ${subject}, expected a list of maps with \`tag\` and \`pattern\``
  if (!Array.isArray(adds) || !adds.every((each) => each === 'unsubscribe' || each === 'address'))
    yield `Unexpected \`adds\` in ${subject}, expected a list of ${listNames(['unsubscribe', 'address'])}`
  if (signature !== undefined && !isPattern(signature))
    yield `Unexpected \`signature\` in ${subject}, expected a regular expression`
  if (typeof language !== 'string') yield `Unexpected \`language\` in ${subject}, expected a text`
  for (const field of ['limits', 'notes', 'sources'])
    if (target[field] !== undefined && !Array.isArray(target[field]))
      yield `Unexpected \`${field}\` in ${subject}, expected a list`
}

function isGlobal(value: unknown): boolean {
  return isPattern(value) && value.global
}

/** Not `instanceof`: a config is loaded in another realm, with another `RegExp`. */
function isPattern(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]'
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isPattern(value)
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' ? 'map' : typeof value === 'function' ? 'function' : `\`${String(value)}\``
}
