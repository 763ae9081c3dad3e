import type { Dialect, TagLogic } from './dialect.ts'
import { escapePattern } from './tag-pattern.ts'

/** What a provider makes of one of its tags. */
export type ParsedTag =
  /** A string that it prints as it is: `{{ "{{" }}`. */
  | { kind: 'literal'; text: string }
  /** One of its own elements around a link's words begins or ends: `<unsubscribe>`. */
  | { kind: 'element'; name: string; closes: boolean }
  | ParsedLogic
  | ParsedValue

export interface ParsedLogic {
  kind: 'logic'
  logic: TagLogic
  /** Of a condition that asks for one name only, that name. */
  name?: string
  /** What ends a part in which nothing is a tag. */
  end?: RegExp
}

export interface ParsedValue {
  kind: 'value'
  /** Its own name: `subscriber.first_name`, `LIST:ADDRESSLINE`. */
  name: string
  /** What stands there for those of whom nothing is known. */
  fallback?: string
  /** What else it says in quotation marks: a link's words, or a date's form. */
  words?: string
}

/**
 * Reads a native merge tag.
 * @param tag its bytes
 * @param dialects all that it may be of; where several fit, an earlier one goes first
 */
export function parseTag(tag: string, dialects: readonly Dialect[]): ParsedTag {
  const literal = /^\{\{-?\s*(["'`])((?:(?!\1)[\s\S])*)\1\s*-?\}\}$/.exec(tag)
  if (literal) return { kind: 'literal', text: literal[2] ?? '' }
  const element = /^<(\/?)([a-z]+)>$/.exec(tag)
  if (element) return { kind: 'element', name: element[2] ?? '', closes: element[1] === '/' }
  const dialect = findDialect(tag, dialects)
  const inner = dialect ? extractInner(tag, dialect) : tag
  return (dialect && parseLogic(inner, dialect)) ?? parseValue(tag, inner, dialect)
}

/** The dialect that a tag is of, by its delimiters: `{{{x}}}` is of three braces and not of two. */
export function findDialect(tag: string, dialects: readonly Dialect[]): Dialect | undefined {
  const fitting = dialects.filter(({ open, close }) => tag.startsWith(open) && tag.endsWith(close))
  const longest = Math.max(...fitting.map(({ open }) => open.length))
  return fitting.find(({ open }) => open.length === longest)
}

/**
 * Whether a tag that is alone on its line is a block of its own rather than a paragraph: logic prints nothing there.
 */
export function isBlockTag(tag: string, dialects: readonly Dialect[]): boolean {
  return findDialect(tag, dialects)?.isBlock === true || parseTag(tag, dialects).kind === 'logic'
}

/** What a native tag says of those whom the provider knows nothing of; `''` for one that says nothing. */
export function resolveFallback(tag: string, dialects: readonly Dialect[]): string {
  const parsed = parseTag(tag, dialects)
  if (parsed.kind === 'literal') return parsed.text
  return (parsed.kind === 'value' && parsed.fallback) || ''
}

/** Without delimiters, and without the signs that trim the white space around a tag: `{{~`, `-%}`. */
function extractInner(tag: string, { open, close }: Dialect): string {
  return tag.slice(open.length, -close.length).replace(/^[-~]?\s*|\s*[-~]?$/g, '')
}

function parseLogic(inner: string, { open, close, logic = {} }: Dialect): ParsedLogic | undefined {
  for (const [kind, pattern] of Object.entries(logic) as [TagLogic, RegExp][]) {
    const match = pattern.exec(inner)
    if (!match) continue
    if (kind === 'raw') {
      const [start, end] = [open, close].map(escapePattern)
      return {
        kind: 'logic',
        logic: kind,
        end: new RegExp(`${start}[-~]?\\s*end${inner}\\s*[-~]?${end}`, 'i'),
      }
    }
    const name = conditionName.exec(inner.slice(match.index + match[0].length))?.[1]
    return { kind: 'logic', logic: kind, ...(name !== undefined && { name }) }
  }
  return undefined
}

/** `.Subscriber.Name`, `:FNAME`, `customer.first_name != blank`; of comparisons only that with nothing. */
const conditionName = /^[\s:]*\.?([\w$][\w$:.-]*)(?:\s*(?:!=|<>)\s*(?:blank|empty|nil|null|none|""|''))?$/i

const quoted = /"([^"]*)"|'([^']*)'|`([^`]*)`|&quot;(.*?)&quot;/

function parseValue(tag: string, inner: string, dialect: Dialect | undefined): ParsedValue {
  // `insert name "default=…"`, `or .Name "…"` and `personalization_token('name', '…')` have the name second.
  const named = inner.replace(/^(?:insert\s|or\s|personalization_token\()\s*['"]?/i, '')
  const name = /^["'`]?\.?([\w$][\w$:.-]*)/.exec(named)?.[1] ?? named
  const rest = named.slice(named.indexOf(name) + name.length).replace(/^["'`]/, '')
  const fallback = dialect?.fallback
    ?.map((form) => firstGroup(form, tag))
    .find((words) => words !== undefined)
  const words = firstGroup(quoted, rest)
  const isFallback = words === undefined || words === fallback || words === `default=${fallback}`
  return {
    kind: 'value',
    name,
    ...(fallback !== undefined && { fallback }),
    ...(!isFallback && { words }),
  }
}

function firstGroup(pattern: RegExp, text: string): string | undefined {
  return pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined)
}
