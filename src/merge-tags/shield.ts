import { blockToken, encodedToken, hasToken, noteFiller, token } from '../private-use.ts'
import type { Dialect } from './dialect.ts'
import type { FormContext, Forms } from './forms.ts'
import { isBlockTag, type ParsedTag, parseTag, resolveFallback } from './parse-tag.ts'
import { restoreHtml } from './restore-html.ts'
import {
  definedLabels,
  fencedRanges,
  hideNotes,
  inside,
  isAlone,
  isInMarkup,
  isTableRow,
} from './source-shape.ts'
import { createTagPattern } from './tag-pattern.ts'
import { formatToken, tokenNumber } from './token.ts'

/** A text whose native merge tags were put out of every parser's sight, and the way back. */
export interface Shield {
  /** As long as the source, in UTF-16 units: no place shifts. */
  text: string
  /** Shields another text, such as one of the config's, so that `restore` puts its tags back too. */
  hide(text: string): string
  /** Something whose bytes are another in each context, as a token that `restore` puts the right ones for. */
  keep(forms: Forms): string
  /** A text in which nothing is a tag: what begins to look like one becomes a token. */
  literal(text: string): string
  /** A shielded address that was percent-encoded on the way, as it was. */
  decode(address: string): string
  /**
   * Puts the tags back, also where an address was percent-encoded on the way.
   * @param context what the text is part of; `seen` when not given, as messages and checks want it
   */
  restore(text: string, context?: FormContext): string
  /** Restores a whole document, of which each part has a context of its own. */
  restoreHtml(html: string): string
  /** What a token stands for: a native tag's bytes, or all forms. */
  meaningOf(token: string): string | Forms | undefined
  /** A native tag, read; nothing for a token of anything else. */
  parse(token: string): ParsedTag | undefined
  /** True for a shielded text that is nothing but the provider's own logic: `{% if x %}`, `{% endif %}`. */
  isLogic(text: string): boolean
  /** The shielded text of a tag that was made a block of its own, from the comment that stood for it. */
  fromBlock(html: string): string | undefined
  /** A text without the author's notes (comments before a sentence), which only held their places. */
  withoutNotes(text: string): string
  /** True when a tag runs over several lines, so that lines, unlike offsets, have shifted. */
  multiline: boolean
}

export interface ShieldOptions {
  /** All that its tags may be of. */
  dialects: readonly Dialect[]
  literals: Literals
  /** Where the Markdown begins. In front matter, which is none, a comment would be no comment. */
  bodyOffset?: number | undefined
}

/** How text that only looks like a tag is kept from the target's engine. */
export interface Literals {
  /** What begins to look like a tag; nothing where no engine is known. */
  mark?: RegExp | undefined
  /** The forms of such a mark. */
  toMark(found: string): Forms
  /** The forms of a whole text, marks and all: `\{{ x }}`. */
  toText(text: string): Forms
}

/**
 * Replaces every native merge tag by a run of private-use characters of the same length, so that what an author
 * wrote for the ESP reaches the output byte for byte. A backslash before a tag makes text of it.
 * @param source the author's text
 */
export function shield(source: string, options: ShieldOptions): Shield {
  const { bodyOffset = 0, dialects } = options
  const tags = toPattern(dialects)
  const ledger = toLedger(dialects)
  const hideFound = (match: string): string => hideTag(match, ledger, options)
  const fences = fencedRanges(source)
  const defined = definedLabels(source)
  const tagged = source.replace(tags, (match, ...rest) => {
    const offset = rest.find((item): item is number => typeof item === 'number') ?? 0
    const isLabel = match.startsWith('[[') && defined.has(match.slice(2, -2).toLowerCase())
    const isElsewhere = isOfCell(match) && !isTableRow(offset, match.length, source)
    if (inside(fences, offset) || isLabel || isElsewhere) return match
    const isBlock =
      isBlockTag(match, dialects) && isAlone(match, offset, source) && !isInMarkup(offset, source)
    return offset >= bodyOffset && isBlock ? toBlock(ledger.numberOf(match), match.length) : hideFound(match)
  })
  const text = hideNotes(tagged, fences)
  const notes = text === tagged ? /(?!)/g : new RegExp(`${noteFiller}+`, 'g')

  const restore = (shielded: string, context: FormContext = 'seen'): string => {
    const back = (found: string) => ledger.bytesOf(found, context)
    return shielded
      .replace(notes, '')
      .replace(blockToken, '$1')
      .replace(token, back)
      .replace(encodedToken, (found) => back(decodeURIComponent(found)))
  }
  return {
    text,
    hide: (other) => other.replace(tags, hideFound),
    keep: ledger.keep,
    literal: (other) => toLiteralText(other, ledger, options),
    decode: (address) => address.replace(encodedToken, decodeURIComponent),
    restore,
    restoreHtml: (html) =>
      ledger.hasForms()
        ? restoreHtml(html.replace(blockToken, '$1').replace(encodedToken, decodeURIComponent), restore)
        : restore(html, 'text'),
    meaningOf: ledger.meaningOf,
    parse(found) {
      const meaning = ledger.meaningOf(found)
      return typeof meaning === 'string' ? parseTag(meaning, dialects) : undefined
    },
    isLogic: (shielded) =>
      hasToken(shielded) &&
      shielded
        .replace(token, (found) => (isBlockTag(ledger.bytesOf(found, 'seen'), dialects) ? '' : found))
        .trim() === '',
    withoutNotes: (noted) => noted.replace(notes, ''),
    fromBlock: (html) => block.exec(html.trim())?.[1],
    multiline: ledger.hasLines(),
  }
}

/** With the backslashes before it, which decide whether it is a tag at all. */
function toPattern(dialects: readonly Dialect[]): RegExp {
  const tag = createTagPattern(dialects)
  return new RegExp(`(?<!\\\\)\\\\*(?:${tag.source}|${ofCell})`, tag.flags)
}

/** Mailchimp's tags in a table's cell, by the book: `*\|FNAME\|*` (GFM, "Tables"). */
const ofCell = /\*\\\|[A-Za-z][^\n*|]{0,200}\\\|\*/.source

function isOfCell(tag: string): boolean {
  return tag.startsWith('*\\|')
}

function hideTag(match: string, ledger: Ledger, { literals }: ShieldOptions): string {
  const slashes = /^\\*/.exec(match)?.[0].length ?? 0
  const tag = match.slice(slashes)
  const bytes = isOfCell(tag) ? tag.replaceAll('\\|', '|') : tag
  if (slashes % 2 === 0)
    return match.slice(0, slashes) + (formatToken(ledger.numberOf(bytes), tag.length) ?? tag)
  const forms = { ...literals.toText(tag), source: `\\${tag}` }
  return match.slice(0, slashes - 1) + ledger.keep(forms, tag.length + 1)
}

function toLiteralText(text: string, ledger: Ledger, { literals }: ShieldOptions): string {
  return literals.mark ? text.replace(literals.mark, (found) => ledger.keep(literals.toMark(found))) : text
}

type Ledger = ReturnType<typeof toLedger>

/** The tags in the order that they were met, each once. */
function toLedger(dialects: readonly Dialect[]) {
  const entries: (string | Forms)[] = []
  const numbers = new Map<string, number>()
  const toNumbered = (entry: string | Forms): number => {
    const key = typeof entry === 'string' ? entry : JSON.stringify(entry)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, entries.length)
    return entries.push(entry) - 1
  }
  const meaningOf = (found: string): string | Forms | undefined => entries[tokenNumber(found)]
  return {
    numberOf: (tag: string): number => toNumbered(tag),
    /** @param length of the token; as long as what readers see when not given, so that lines are broken where they should be */
    keep: (forms: Forms, length = Math.max(4, forms.seen.length)): string =>
      formatToken(toNumbered(forms), length) ?? forms.seen,
    meaningOf,
    bytesOf(found: string, context: FormContext): string {
      const entry = meaningOf(found)
      if (typeof entry === 'object') return entry[context]
      return context === 'words' && entry !== undefined ? resolveFallback(entry, dialects) : (entry ?? found)
    },
    hasForms: (): boolean => entries.some((entry) => typeof entry === 'object'),
    hasLines: (): boolean =>
      entries.some((entry) => (typeof entry === 'string' ? entry : entry.source).includes('\n')),
  }
}

/**
 * Logic alone on its line is a block of its own, as it is for the author: what follows it begins anew, be it a list or
 * a link's definition. To Markdown a comment is just that.
 */
function toBlock(number: number, length: number): string {
  const inner = formatToken(number, length - '<!---->'.length)
  return inner === undefined ? (formatToken(number, length) ?? '') : `<!--${inner}-->`
}

const block = new RegExp(`^<!--(${token.source})-->$`)
