import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { TagContext, WriteFallback } from './target.ts'

/** Words that would end a tag in braces, or begin another. */
const braces = /\{[{%#]|[%}#]\}/

interface Quoting {
  /** The mark in text; attributes, which are quoted in `"` themselves, take `'`. */
  mark: '"' | "'"
}

/**
 * The fallback of engines that print a string as it is (Liquid, Django, HubL): it must be HTML where the tag stands in
 * HTML, and its marks must not be those of the attribute around it.
 * @param write the tag around the quoted words
 */
export function quoted(write: (literal: string) => string, { mark }: Quoting = { mark: '"' }): WriteFallback {
  return (words, context) => {
    if (braces.test(words)) return undefined
    const literal = inHtml(context) ? quoteHtml(words, context, mark) : quotePlain(words, mark)
    return literal && write(literal)
  }
}

function quoteHtml(words: string, context: TagContext, mark: string): string {
  if (context !== 'text') return `'${escapeWords(words, context)}'`
  const escaped = escapeWords(words, context)
  return mark === '"' ? `"${escaped}"` : escaped.includes("'") ? `"${escaped}"` : `'${escaped}'`
}

/** Liquid and Django know no escapes in a string: words with both marks cannot be said. */
function quotePlain(words: string, mark: string): string | undefined {
  const other = mark === '"' ? "'" : '"'
  const fitting = [mark, other].find((each) => !words.includes(each))
  return fitting && `${fitting}${words}${fitting}`
}

/**
 * The fallback of Go templates, whose HTML escapes by itself.
 * @param write the tag around the quoted words
 */
export function quotedInGo(write: (literal: string) => string): WriteFallback {
  return (words, context) => {
    const isInterpreted = context !== 'attribute' && context !== 'url' && !/["\\]/.test(words)
    if (isInterpreted) return write(`"${words}"`)
    return words.includes('`') ? undefined : write(`\`${words}\``)
  }
}

/**
 * The fallback of dialects that have the words bare between their own marks.
 * @param write the tag around the words
 * @param refused what the words must not hold
 */
export function bare(
  write: (words: string) => string,
  refused: RegExp | ((words: string) => boolean),
): WriteFallback {
  const isRefused = (words: string) => (refused instanceof RegExp ? refused.test(words) : refused(words))
  return (words, context) =>
    isRefused(words) ? undefined : write(inHtml(context) ? escapeWords(words, context) : words)
}

function inHtml(context: TagContext): boolean {
  return context === 'text' || context === 'attribute' || context === 'url'
}

/** Words as they may stand in HTML; the marks of strings and attributes among them as character references. */
export function escapeWords(words: string, context: TagContext): string {
  const escaped = escapeMarkup(words)
  return context === 'text' ? escaped : escaped.replaceAll("'", '&#39;')
}
