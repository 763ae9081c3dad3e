/** What a provider would make of one of its tags. */
export type ReadTag =
  /** A string that the provider prints as it is: `{{ "{{" }}`. */
  | { kind: 'literal'; text: string }
  /** From here to its end nothing is a tag: `{% raw %}`. */
  | { kind: 'raw'; end: RegExp }
  /** A part that stands under a condition begins, has another branch, or ends; with the name whose being there is all that is asked. */
  | { kind: 'open'; inverted: boolean; path?: string }
  /** What begins here is shown: of a choice whatever comes first, of what is said aside nothing. */
  | { kind: 'begin'; shows: 'all' | 'first' | 'nothing' }
  | { kind: 'branch' }
  | { kind: 'close' }
  /** The provider's own element around a link's words begins or ends: `<unsubscribe>`. */
  | { kind: 'element'; name: string; closes: boolean }
  /** What becomes of `{% assign … %}`: nothing. */
  | { kind: 'statement' }
  | Value

export interface Value {
  kind: 'value'
  /** Its own name: `subscriber.first_name`, `LIST:ADDRESSLINE`. */
  path: string
  /** What stands there for those of whom nothing is known. */
  fallback?: string
  /** The words that come with it: a link's, or a date's form. */
  words?: string
}

const literal = /^\{\{-?\s*(["'`])((?:(?!\1)[\s\S])*)\1\s*-?\}\}$/
const element = /^<(\/?)([a-z]+)>$/
const opening =
  /^(?:#\s*(?:if|each|with|\w)|(?:if|ifnot|ifchanged|for|each|with|range|unless|interested|poll|survey)\b)/i
const inverting = /^(?:\^|#?\s*unless\b|ifnot\b)/i
/** Blocks of Liquid's, Django's and HubL's that end with a tag of their own, but are no condition. */
const blocks: [RegExp, 'all' | 'first' | 'nothing'][] = [
  [/^(?:comment|capture|macro)\b/i, 'nothing'],
  [/^case\b/i, 'first'],
  [/^(?:autoescape|block|with|filter|spaceless|call)\b/i, 'all'],
]
/** `if customer.first_name`, `#if first_name`, `IF:FNAME`, `if .Subscriber.Name`; of comparisons only that with nothing. */
const asked =
  /^#?\s*(?:if|ifnot|unless)[\s:]+\.?([\w$][\w$:.-]*)(?:\s*(?:!=|<>)\s*(?:blank|empty|nil|null|none|""|''))?$/i
const branching = /^(?:else|elif|elsif|elseif|empty|when)\b/i
const closing = /^(?:\/|end)/i
const statement = /^(?:assign|set|load|include|extends|cycle|today|#\s*$)/i
// Of Handlebars and of Go.
const comment = /^(?:!|\/\*)/

/**
 * Reads a tag of any dialect: Liquid, Django, HubL, Handlebars, Go templates, Mailchimp's, and those that are names
 * between delimiters.
 */
export function readTag(tag: string): ReadTag {
  const string = literal.exec(tag)
  if (string) return { kind: 'literal', text: string[2] ?? '' }
  const isElement = element.exec(tag)
  if (isElement) return { kind: 'element', name: isElement[2] ?? '', closes: isElement[1] === '/' }
  const inner = toInner(tag)
  const raw = /^(raw|verbatim)$/.exec(inner)?.[1]
  if (raw) return { kind: 'raw', end: new RegExp(`\\{%-?\\s*end${raw}\\s*-?%\\}`) }
  const mayBeLogic = /^(?:\{\{|\{%|\*\|)/.test(tag)
  if (mayBeLogic && comment.test(inner)) return { kind: 'statement' }
  const block = tag.startsWith('{%') ? blocks.find(([name]) => name.test(inner)) : undefined
  if (block) return { kind: 'begin', shows: block[1] }
  if (mayBeLogic) {
    if (inverting.test(inner) || opening.test(inner)) {
      const path = asked.exec(inner)?.[1]
      return { kind: 'open', inverted: inverting.test(inner), ...(path !== undefined && { path }) }
    }
    if (branching.test(inner)) return { kind: 'branch' }
    if (closing.test(inner)) return { kind: 'close' }
  }
  if (tag.startsWith('{%') && statement.test(inner)) return { kind: 'statement' }
  return toValue(inner)
}

const delimiters: [RegExp, RegExp][] = [
  [/^\{\{\{/, /\}\}\}$/],
  [/^\{\{[-~]?/, /[-~]?\}\}$/],
  [/^\{%-?/, /-?%\}$/],
  [/^\*\|/, /\|\*$/],
  [/^<%/, /%>$/],
  [/^%%\{/, /\}%%$/],
  [/^%/, /%$/],
  [/^\{\$?/, /\}$/],
  [/^\[\[?/, /\]\]?$/],
]

function toInner(tag: string): string {
  const pair = delimiters.find(([start, end]) => start.test(tag) && end.test(tag))
  return pair ? tag.replace(pair[0], '').replace(pair[1], '').trim() : tag
}

const quoted = /"([^"]*)"|'([^']*)'|`([^`]*)`|&quot;(.*?)&quot;/

function toValue(inner: string): Value {
  // `insert name "default=…"`, `or .Name "…"` and `personalization_token('name', '…')` have the name second.
  const named = inner.replace(/^(?:insert|or|personalization_token\()\s*['"]?/i, '')
  const path = /^["'`]?\.?([\w$][\w$:.-]*)/.exec(named)?.[1] ?? named
  const rest = named.slice(named.indexOf(path) + path.length).replace(/^["'`]/, '')
  const [, ...strings] = quoted.exec(rest) ?? []
  const words = strings.find((found) => found !== undefined)?.replace(/^default=/i, '')
  const bare = /^\s*[|,]\s*(?:fallback=)?([^"'`|=(:]*)$/.exec(rest)?.[1]?.trim()
  const isFallback =
    /default|fallback|^\s*,|^["')]?\s*,/i.test(rest) || /^(?:insert|or|personalization)/i.test(inner)
  const fallback = bare ?? (isFallback ? words : undefined)
  return {
    kind: 'value',
    path,
    ...(fallback !== undefined && { fallback }),
    ...(words !== undefined && !isFallback && { words }),
  }
}
