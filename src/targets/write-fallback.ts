import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { TagContext, WriteFallback } from './target.ts'

/** Text that would end a tag in braces, or begin another. */
const braces = /\{[{%#]|[%}#]\}/

interface Quoting {
  /** The quotation mark in text and plaintext; in attributes, which are in `"`, it is always `'`. */
  mark: '"' | "'"
}

/**
 * For engines that print a string as it is (Liquid, Django, HubL): the words must be HTML if the tag is in HTML, and in
 * other quotation marks than the attribute.
 * @param write writes the tag around the quoted words
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

/** Liquid and Django have no escapes in strings, so that words with both quotation marks cannot be written. */
function quotePlain(words: string, mark: string): string | undefined {
  const other = mark === '"' ? "'" : '"'
  const fitting = [mark, other].find((each) => !words.includes(each))
  return fitting && `${fitting}${words}${fitting}`
}

/**
 * For Go templates, which escape words in HTML themselves.
 * @param write writes the tag around the quoted words
 */
export function quotedInGo(write: (literal: string) => string): WriteFallback {
  return (words, context) => {
    const isInterpreted = context !== 'attribute' && context !== 'url' && !/["\\]/.test(words)
    if (isInterpreted) return write(`"${words}"`)
    return words.includes('`') ? undefined : write(`\`${words}\``)
  }
}

/**
 * For dialects in which the words are not quoted.
 * @param write writes the tag around the words
 * @param refused matches words that cannot be written, such as those with the dialect's delimiters
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

/** Escapes words for HTML; quotation marks become character references, except `'` in text. */
export function escapeWords(words: string, context: TagContext): string {
  const escaped = escapeMarkup(words)
  return context === 'text' ? escaped : escaped.replaceAll("'", '&#39;')
}
