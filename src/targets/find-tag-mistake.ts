/** Finds mistakes in native tags: names and keywords that a provider does not have. */
import { isTypo } from '../diagnostics/is-typo.ts'
import { nearest } from '../diagnostics/nearest.ts'
import type { Dialect } from '../merge-tags/dialect.ts'
import { findDialect, parseTag } from '../merge-tags/parse-tag.ts'
import { listValues } from './list-values.ts'
import { resolveDialects } from './resolve-target.ts'
import { mergeNames, type Target } from './target.ts'
import { looseLanguage } from './vocabulary.ts'

export interface TagMistake {
  what: 'name' | 'keyword' | 'filter'
  /** The part of the tag that is wrong. */
  word: string
  /** What was most likely meant. */
  expected?: string | undefined
}

export interface TagScope {
  target: Target
  /** The newsletter's own fields; `undefined` when it does not list them. */
  fields?: readonly string[] | undefined
  /** The names that other tags of the issue define. */
  variables: ReadonlySet<string>
}

/**
 * Finds the first mistake in a native tag of a target.
 * @param tag the whole tag, in one of the target's dialects
 */
export function findTagMistake(tag: string, scope: TagScope): TagMistake | undefined {
  const { target } = scope
  const dialect = findDialect(tag, resolveDialects(target))
  if (!dialect) return undefined
  const inner = tag
    .slice(dialect.open.length, dialect.close === '' ? undefined : -dialect.close.length)
    .replace(/^[-~]?\s*|\s*[-~]?$/g, '')
  // Strings are the author's words.
  const bare = inner.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '""')
  if (dialect.open === '{%') return findInStatement(bare, scope)
  if (usesFunctions(target)) return findInFunctions(bare, scope)
  if (dialect.open.startsWith('{{')) return findInBraces(bare, tag, dialect, scope)
  return findInValue(tag, dialect, scope)
}

/** Go's templates, in which names of values begin with a dot, unlike those of functions. */
function usesFunctions({ vocabulary }: Target): boolean {
  return vocabulary?.language?.keywords.includes('printf') ?? false
}

function findInStatement(bare: string, scope: TagScope): TagMistake | undefined {
  const word = /^[A-Za-z_]\w*/.exec(bare)?.[0]
  if (word === undefined) return undefined
  const known = listKeywords(scope.target)
  if (!known.includes(word)) {
    const mistake = checkWord('keyword', word, known, scope.target)
    if (mistake) return mistake
  }
  if (!/^(?:if|elsif|elif|elseif|unless)\b/.test(word)) return undefined
  const names = bare.slice(word.length).match(/(?<![\w.|]\s*)[A-Za-z_][\w.]*/g) ?? []
  return names
    .filter((name) => !operators.has(name))
    .map((name) => checkName(name, scope))
    .find((mistake) => mistake !== undefined)
}

const operators = new Set(
  ['and', 'or', 'not', 'in', 'is', 'contains', 'blank', 'empty', 'nil', 'null', 'none', 'None'].concat([
    ...['true', 'false', 'True', 'False', 'defined'],
  ]),
)

/** The keywords of a target's statements, with those of its own tags: `unsubscribe_url` of `{% unsubscribe_url %}`. */
function listKeywords({ names, vocabulary }: Target): string[] {
  const own = Object.values(names).flatMap(({ tag }) => /^\{%\s*(\w+)/.exec(tag)?.[1] ?? [])
  return [...(vocabulary?.language ?? looseLanguage).keywords, ...own]
}

function checkWord(
  what: 'keyword' | 'filter',
  word: string,
  known: readonly string[],
  { vocabulary }: Target,
): TagMistake | undefined {
  if (what === 'keyword' && vocabulary?.language?.lacks?.includes(word)) return { what, word }
  const typo = known.find((each) => isTypo(word, each))
  if (typo !== undefined) return { what, word, expected: typo }
  return vocabulary?.language?.isComplete ? { what, word } : undefined
}

function findInBraces(bare: string, tag: string, dialect: Dialect, scope: TagScope): TagMistake | undefined {
  const { target } = scope
  const block = /^#\s*(\w+)(\s+\S)?/.exec(bare)
  if (target.dialects.some(({ open }) => open === '{%') && !target.acceptsAnyTag) {
    // Liquid, Django and HubL have their logic in `{% … %}`.
    const word = /^(?:[#/^!>]\s*\w*|else\b.*)/.exec(bare)?.[0]
    if (word !== undefined) return { what: 'keyword', word, expected: formatStatement(word) }
  } else if (block) return checkHelper(block[1] ?? '', block[2] !== undefined, scope)
  const helper = /^(\w+)\s+[^\s|]/.exec(bare)?.[1]
  if (helper !== undefined && target.vocabulary?.language?.keywords.includes('each'))
    return helper === 'else' ? undefined : checkHelper(helper, true, scope)
  const mistake = findInValue(tag, dialect, scope)
  if (mistake) return mistake
  return dialect.open === '{{' ? findInFilters(bare, scope) : undefined
}

function formatStatement(word: string): string | undefined {
  const name = word.replace(/^[#/^!>]\s*/, '')
  if (word.startsWith('#')) return name === 'if' || name === 'unless' ? `{% ${name} … %}` : '{% if … %}'
  if (word.startsWith('^')) return '{% unless … %}'
  return word.startsWith('/') ? '{% endif %}' : word.startsWith('else') ? '{% else %}' : undefined
}

/** @param hasArguments whether it must be a helper, since a section's name has none */
function checkHelper(word: string, hasArguments: boolean, scope: TagScope): TagMistake | undefined {
  const known = scope.target.vocabulary?.language?.keywords ?? ['if', 'unless', 'each', 'with']
  if (known.includes(word)) return undefined
  const mistake = checkWord('keyword', word, known, scope.target)
  return mistake && (hasArguments || isTypo(word, mistake.expected ?? '')) ? mistake : undefined
}

function findInFilters(bare: string, { target }: TagScope): TagMistake | undefined {
  const known = (target.vocabulary?.language ?? looseLanguage).filters
  const written = [...bare.matchAll(/(?<!\|)\|\s*([A-Za-z_]\w*)/g)].map(([, name = '']) => name)
  const wrong = written.find((name) => !known.includes(name) && checkWord('filter', name, known, target))
  return wrong === undefined ? undefined : checkWord('filter', wrong, known, target)
}

function findInFunctions(bare: string, scope: TagScope): TagMistake | undefined {
  if (/^(?:\/\*|!|#|\^)/.test(bare)) return undefined
  const functions = scope.target.vocabulary?.language?.keywords ?? []
  const words = [...bare.matchAll(/(?:^|[|(]|(?<=\b(?:if|with|range|else)\s))\s*([A-Za-z_]\w*)/g)]
  for (const [, word = ''] of words) {
    const mistake = functions.includes(word) ? undefined : checkWord('keyword', word, functions, scope.target)
    if (mistake) return mistake
  }
  const names = [...bare.matchAll(/(?<![\w$)])\.([A-Z][\w.]*)/g)].map(([, name = '']) => name)
  const isRoot = (name: string) => /^(?:Subscriber|Campaign)\./.test(name)
  return names
    .map((name) => (isRoot(name) ? checkName(name, scope) : checkTypo(name, scope)))
    .find((mistake) => mistake !== undefined)
}

function findInValue(tag: string, dialect: Dialect, scope: TagScope): TagMistake | undefined {
  const parsed = parseTag(tag, [dialect])
  if (parsed.kind === 'logic') return parsed.name === undefined ? undefined : checkTypo(parsed.name, scope)
  const isString = /^\{\{\{?[-~]?\s*["'`]/.test(tag)
  if (parsed.kind !== 'value' || isString || !/^[A-Za-z_][\w.:-]*$/.test(parsed.name)) return undefined
  const name = dialect.open === '{contact.' ? `contact.${parsed.name}` : parsed.name
  return checkName(name.replace(/[.:]$/, ''), scope)
}

function checkName(name: string, scope: TagScope): TagMistake | undefined {
  const { target, fields, variables } = scope
  const fold = (text: string) => (target.vocabulary?.ignoresCase ? text.toUpperCase() : text)
  const values = listValues(target)
  const root = name.split(/[.:]/)[0] ?? name
  if (values.some((each) => [fold(name), fold(root)].includes(fold(each)))) return undefined
  if (variables.has(root) || loopNames.has(root)) return undefined
  const { own = [''] } = target.vocabulary ?? {}
  const prefix = own.find((each) => name.startsWith(each) || name === each.replace(/\.$/, ''))
  const field = name.slice(prefix?.length ?? 0)
  const parts = [name, field, lastPart(name)].map((each) => each.toLowerCase())
  if (fields?.some((each) => parts.includes(each.toLowerCase()))) return undefined
  const typo = checkTypo(name, scope)
  if (typo) return typo
  const isListed = prefix === undefined || (fields !== undefined && !target.acceptsAnyTag)
  if (!isListed || name === prefix?.replace(/\.$/, '')) return undefined
  const known = [...values, ...(fields ?? []).map((each) => (prefix ?? '') + each)]
  return { what: 'name', word: name, expected: findSimilar(name, known) }
}

const loopNames = new Set(['forloop', 'tablerowloop', 'loop', 'block', 'this', 'else', 'end'])

/** Finds a name that was misspelt, among all that exist. */
function checkTypo(name: string, { target, fields = [] }: TagScope): TagMistake | undefined {
  const prefix = /^(?:\w+\.)*/.exec(name)?.[0] ?? ''
  const known = [...listValues(target), ...fields, ...fields.map((field) => prefix + field)]
  const fold = (text: string) => text.toLowerCase().replace(/[_-]/g, '')
  const isOther = (each: string) =>
    each === name || (mergeNames as readonly string[]).includes(lastPart(name))
  // `firstName` may well be the sender's own name where all names are.
  const canFold = !target.ownNames && !target.acceptsAnyTag && !target.vocabulary?.ignoresCase
  const isMeant = (each: string) => (fold(each) === fold(name) ? canFold : isTypo(name, each))
  if (known.some(isOther)) return undefined
  const expected =
    known.find(isMeant) ??
    known.find((each) => each.includes('.') && !name.includes('.') && isTypo(name, lastPart(each)))
  return expected === undefined ? undefined : { what: 'name', word: name, expected }
}

/** The name with the most similar last part: `subscriber.first_name` for `frist_name`. Short words are all similar. */
function findSimilar(name: string, known: readonly string[]): string | undefined {
  const last = lastPart(name)
  const similar = last.length < 5 ? undefined : nearest(last, known.map(lastPart))
  return similar === undefined ? undefined : known.find((each) => lastPart(each) === similar)
}

function lastPart(name: string): string {
  return name.split('.').at(-1) ?? name
}
