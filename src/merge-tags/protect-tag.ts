/** Replaces one merge tag in an author's text by a token. */
import { token } from '../private-use.ts'
import type { Dialect } from './dialect.ts'
import type { Literals } from './literals.ts'
import { createTagPattern } from './tag-pattern.ts'
import { formatToken } from './token.ts'
import type { TokenTable } from './token-table.ts'

/** Creates the pattern of tags with the backslashes before them, which can make text of a tag. */
export function createSourcePattern(dialects: readonly Dialect[]): RegExp {
  const tag = createTagPattern(dialects)
  return new RegExp(`(?<!\\\\)\\\\*(?:${tag.source}|${cellTag})`, tag.flags)
}

/** Mailchimp's tags in a table's cell, with escaped pipes: `*\|FNAME\|*` (GFM, "Tables"). */
const cellTag = /\*\\\|[A-Za-z][^\n*|]{0,200}\\\|\*/.source

/** True for a tag as it is written in a table's cell. */
export function isCellTag(tag: string): boolean {
  return tag.startsWith('*\\|')
}

/**
 * Replaces a tag by its token, or by the token of a literal text if it is escaped by a backslash.
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
 * Replaces a tag that is alone on its line by its token in an HTML comment. For Markdown a comment is a block of its own,
 * so that a list or a link's definition can follow on the next line.
 */
export function protectBlockTag(tag: string, table: TokenTable): string {
  const number = table.register(tag)
  const inner = formatToken(number, tag.length - '<!---->'.length)
  return inner === undefined ? (formatToken(number, tag.length) ?? '') : `<!--${inner}-->`
}

/** The token in such a comment; `undefined` for any other HTML. */
export function unwrapBlock(html: string): string | undefined {
  return block.exec(html.trim())?.[1]
}

const block = new RegExp(`^<!--(${token.source})-->$`)
