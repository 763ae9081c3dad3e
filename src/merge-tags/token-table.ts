import type { Dialect } from './dialect.ts'
import { escapeMarkup } from './escape-markup.ts'
import { findTagFault, type TagFault } from './find-tag-fault.ts'
import { resolveFallback } from './parse-tag.ts'
import type { FormContext, TagForms } from './tag-forms.ts'
import { formatToken, parseToken } from './token.ts'

/** The texts that tokens replace, by the tokens' numbers. */
export interface TokenTable {
  /** Registers a native tag; the same tag always gets the same number. One with a fault becomes text. */
  register(tag: string): number
  /**
   * Registers forms, and creates their token.
   * @param length in UTF-16 units; when not given, that of the text that readers see, for line breaks in the right places
   */
  createToken(forms: TagForms, length?: number): string
  find(token: string): string | TagForms | undefined
  /** The text of a token in a context. */
  resolve(token: string, context: FormContext): string
  /** Whether any text has several lines. */
  hasLineBreaks(): boolean
}

/**
 * Creates an empty table. Different texts are numbered in the order in which they are registered.
 * @param names what the text gives a name, as `findTagFault` has it
 */
export function createTokenTable(dialects: readonly Dialect[], names: ReadonlySet<string>): TokenTable {
  const entries: (string | TagForms)[] = []
  const numbers = new Map<string, number>()
  const register = (entry: string | TagForms): number => {
    const key = typeof entry === 'string' ? entry : JSON.stringify(entry)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, entries.length)
    return entries.push(entry) - 1
  }
  const find = (found: string): string | TagForms | undefined => entries[parseToken(found)]
  return {
    register(tag) {
      const fault = findTagFault(tag, dialects, names)
      return register(fault ? createFaultyForms(tag, fault) : tag)
    },
    createToken: (forms, length = Math.max(4, forms.seen.length)) =>
      formatToken(register(forms), length) ?? forms.seen,
    find,
    resolve(found, context) {
      const entry = find(found)
      if (typeof entry === 'object') return entry[context]
      return context === 'words' && entry !== undefined ? resolveFallback(entry, dialects) : (entry ?? found)
    },
    hasLineBreaks: () =>
      entries.some((entry) => (typeof entry === 'string' ? entry : entry.source).includes('\n')),
  }
}

/** A tag that HTML would read as markup is text there. It is left out where there is no provider. */
function createFaultyForms(tag: string, { kind }: TagFault): TagForms {
  const escaped = escapeMarkup(tag).replaceAll("'", '&#39;').replaceAll('`', '&#96;')
  // An engine would still read a tag without markup: `{{ x | url_decode }}`.
  const html = kind === 'computed' ? `&#${tag.charCodeAt(0)};${escaped.slice(1)}` : escaped
  return {
    text: html,
    attribute: html,
    url: html,
    plaintext: tag,
    subject: tag,
    seen: tag,
    source: tag,
    words: '',
  }
}
