import type { Dialect, TagLogic } from './dialect.ts'
import { escapePattern } from './tag-pattern.ts'

/** The meaning of a native merge tag. */
export type ParsedTag =
  /** A string that the provider prints as it is: `{{ "{{" }}`. */
  | { kind: 'literal'; text: string }
  /** The start or end tag of a provider's own element around the words of a link: `<unsubscribe>`. */
  | { kind: 'element'; name: string; closes: boolean }
  | ParsedLogic
  | ParsedValue

export interface ParsedLogic {
  kind: 'logic'
  logic: TagLogic
  /** The name that a condition tests, if it is a single one. */
  name?: string
  /** The tag that ends a `raw` part. */
  end?: RegExp
}

export interface ParsedValue {
  kind: 'value'
  /** The name of the value: `subscriber.first_name`, `LIST:ADDRESSLINE`. */
  name: string
  /** The words for readers without a value. */
  fallback?: string
  /** Another quoted string in the tag: the words of a link, or the format of a date. */
  words?: string
}

/**
 * Parses a native merge tag.
 * @param tag the whole tag
 * @param dialects the dialects that it can be of; the first of several that match counts
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

/** Finds the dialect of a tag by its delimiters, of which the longest count: `{{{x}}}` has three braces, not two. */
export function findDialect(tag: string, dialects: readonly Dialect[]): Dialect | undefined {
  const fitting = dialects.filter(({ open, close }) => tag.startsWith(open) && tag.endsWith(close))
  const longest = Math.max(...fitting.map(({ open }) => open.length))
  return fitting.find(({ open }) => open.length === longest)
}

/**
 * Whether a tag that is alone on its line is a block of its own and not a paragraph, since logic prints nothing.
 */
export function isBlockTag(tag: string, dialects: readonly Dialect[]): boolean {
  return findDialect(tag, dialects)?.isBlock === true || parseTag(tag, dialects).kind === 'logic'
}

/** The fallback of a native tag, for readers without a value; `''` without one. */
export function resolveFallback(tag: string, dialects: readonly Dialect[]): string {
  const parsed = parseTag(tag, dialects)
  if (parsed.kind === 'literal') return parsed.text
  return (parsed.kind === 'value' && parsed.fallback) || ''
}

/** The text between the delimiters, without the signs that trim the white space around a tag: `{{~`, `-%}`. */
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

/** `.Subscriber.Name`, `:FNAME`, `customer.first_name != blank`; no comparisons with anything but an empty value. */
const conditionName = /^[\s:]*\.?([\w$][\w$:.-]*)(?:\s*(?:!=|<>)\s*(?:blank|empty|nil|null|none|""|''))?$/i

const quoted = /"([^"]*)"|'([^']*)'|`([^`]*)`|&quot;(.*?)&quot;/

function parseValue(tag: string, inner: string, dialect: Dialect | undefined): ParsedValue {
  // `insert name "default=…"`, `or .Name "…"` and `personalization_token('name', '…')` have the name in second place.
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
