/** How one tag in an author's text becomes a token. */
import { token } from '../private-use.ts'
import type { Dialect } from './dialect.ts'
import type { Literals } from './literals.ts'
import { createTagPattern } from './tag-pattern.ts'
import { formatToken } from './token.ts'
import type { TokenTable } from './token-table.ts'

/** Finds tags with the backslashes before them, which decide whether they are tags at all. */
export function createSourcePattern(dialects: readonly Dialect[]): RegExp {
  const tag = createTagPattern(dialects)
  return new RegExp(`(?<!\\\\)\\\\*(?:${tag.source}|${cellTag})`, tag.flags)
}

/** Mailchimp's tags in a table's cell, by the book: `*\|FNAME\|*` (GFM, "Tables"). */
const cellTag = /\*\\\|[A-Za-z][^\n*|]{0,200}\\\|\*/.source

/** True for a tag as it is written in a table's cell. */
export function isCellTag(tag: string): boolean {
  return tag.startsWith('*\\|')
}

/**
 * The token of a tag, or of what a backslash makes text of.
 * @param match the tag with the backslashes before it
 */
export function protectTag(match: string, table: TokenTable, literals: Literals): string {
  const slashes = /^\\*/.exec(match)?.[0].length ?? 0
  const tag = match.slice(slashes)
  const bytes = isCellTag(tag) ? tag.replaceAll('\\|', '|') : tag
  if (slashes % 2 === 0)
    return match.slice(0, slashes) + (formatToken(table.register(bytes), tag.length) ?? tag)
  const forms = { ...literals.createTextForms(tag), source: `\\${tag}` }
  return match.slice(0, slashes - 1) + table.createToken(forms, tag.length + 1)
}

/**
 * The token of a tag that is alone on its line, in a comment. It is a block of its own, as it is for the author: what
 * follows it begins anew, be it a list or a link's definition. To Markdown a comment is just that.
 */
export function protectBlockTag(tag: string, table: TokenTable): string {
  const number = table.register(tag)
  const inner = formatToken(number, tag.length - '<!---->'.length)
  return inner === undefined ? (formatToken(number, tag.length) ?? '') : `<!--${inner}-->`
}

/** The token in such a comment. */
export function unwrapBlock(html: string): string | undefined {
  return block.exec(html.trim())?.[1]
}

const block = new RegExp(`^<!--(${token.source})-->$`)
