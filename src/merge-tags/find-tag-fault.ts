import type { Dialect } from './dialect.ts'
import { findComputedMarkup, plainMarkup } from './find-computed-markup.ts'
import { findDecodedName } from './find-written-names.ts'
import { findDialect } from './parse-tag.ts'
import { splitStrings } from './split-strings.ts'

/** What makes a text no tag, although it is between the delimiters of one. */
export interface TagFault {
  /**
   * `markup` that HTML would read as its own, what an engine makes of the tag's strings (`computed`), a `quote` or a
   * `comment` without its end, or an address that runs a script.
   */
  kind: 'markup' | 'computed' | 'quote' | 'comment' | 'script'
  /** The part of the tag that is at fault. */
  found: string
}

/** The start of a tag or a comment, or the end of a comment (HTML, "Tokenization": 13.2.5.6, 13.2.5.51). */
const markup = /<[a-z/!?][^\s<>]*|--!?>/i

/** A `<` that text after it would complete: at the end of a string that the engine prints, or of the whole tag. */
const openEnd = /<\s*$/

/** Elements that hide or swallow what follows them even without attributes. */
const swallowing =
  /^\/?(?:body|frameset|head|html|iframe|math|noembed|noframes|noscript|object|plaintext|script|select|style|svg|template|textarea|title|xmp)(?![\w.:-])/i

/**
 * Finds what HTML, or the provider's engine, would read beyond the tag itself.
 * @param tag the whole tag
 * @param dialects the dialects that it can be of
 * @param names what the text gives a name, whose markup is validated as it is written (`find-written-names.ts`)
 * @returns `undefined` for a tag that goes out as it is
 */
export function findTagFault(
  tag: string,
  dialects: readonly Dialect[],
  names: ReadonlySet<string> = noNames,
): TagFault | undefined {
  const dialect = findDialect(tag, dialects)
  const { open, close } = dialect ?? { open: '', close: '' }
  const whole = tag.slice(open.length, tag.length - close.length)
  const inner = whole.replace(plainMarkup, ' ')
  const own = open.endsWith('<') ? findElementFault(inner) : undefined
  const found = own ?? markup.exec(inner)?.[0] ?? openEnd.exec(inner)?.[0]
  if (found !== undefined) return { kind: 'markup', found: found.trim() }
  const script = /["'`=|,]\s*((?:java|vb)script:)(?=\S)/i.exec(inner)?.[1]
  if (script !== undefined) return { kind: 'script', found: script }
  // Mailchimp prints each letter of a date's format that has a backslash before it as it is.
  if (open === '*|' && /^DATE:.*</is.test(inner)) return { kind: 'computed', found: '<' }
  if (!open.startsWith('{{') && open !== '{%' && open !== '{$') return undefined
  const fault = findStringFault(inner)
  if (fault || isComment(inner)) return fault
  const computed = findComputedMarkup(whole) ?? findDecodedName(whole, names)
  return computed === undefined ? undefined : { kind: 'computed', found: computed }
}

const noNames: ReadonlySet<string> = new Set()

function isComment(inner: string): boolean {
  return /^[-~]?\s*(?:!|\/\*)/.test(inner)
}

/** Delimiters such as `<<` make an element of each tag, which does nothing unless its name or an attribute does. */
function findElementFault(inner: string): string | undefined {
  return swallowing.exec(inner)?.[0] ?? /=.*/s.exec(inner)?.[0]
}

function findStringFault(inner: string): TagFault | undefined {
  // A comment ends only with its own sign, wherever that is.
  const comment = /^[-~]?\s*(!--|\/\*)/.exec(inner)?.[1]
  if (comment === '!--') return /--~?$/.test(inner.slice(3)) ? undefined : { kind: 'comment', found: '!--' }
  if (comment === '/*') return /\*\/\s*-?$/.test(inner) ? undefined : { kind: 'comment', found: '/*' }
  if (inner.startsWith('!')) return undefined
  const { strings, unclosed } = splitStrings(inner)
  if (unclosed !== undefined) return { kind: 'quote', found: unclosed }
  const open = strings.find((each) => openEnd.test(each))
  return open === undefined ? undefined : { kind: 'markup', found: open.trim().slice(-1) }
}
