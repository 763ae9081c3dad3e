import { blockToken, encodedToken, hasEncodedToken, hasToken, noteFiller, token } from '../private-use.ts'
import type { Dialect } from './dialect.ts'
import { createAttributeFaultFinder } from './find-attribute-fault.ts'
import { findTagFault } from './find-tag-fault.ts'
import { findWrittenNames } from './find-written-names.ts'
import type { Literals } from './literals.ts'
import { isBlockTag, parseTag } from './parse-tag.ts'
import { createSourcePattern, isCellTag, protectBlockTag, protectTag, unwrapBlock } from './protect-tag.ts'
import { findMisplaced, restoreHtml } from './restore-html.ts'
import {
  findFences,
  findLabels,
  isAlone,
  isInMarkup,
  isTableRow,
  isWithin,
  replaceNotes,
} from './source-shape.ts'
import type { FormContext } from './tag-forms.ts'
import { createTagPattern } from './tag-pattern.ts'
import type { TagStore } from './tag-store.ts'
import { formatToken } from './token.ts'
import { createTokenTable, type TokenTable } from './token-table.ts'

export interface ProtectOptions {
  /** The dialects of its tags. */
  dialects: readonly Dialect[]
  literals: Literals
  /** The offset at which the Markdown begins. In front matter a token is never in an HTML comment. */
  bodyOffset?: number | undefined
  /** Whether a label is defined outside the text: `[[name]]` is a link in brackets if there is a `[name]: …`. */
  isDefined?: ((label: string) => boolean) | undefined
}

/**
 * Replaces every native merge tag by a token of the same length, so that tags reach the output byte for byte. A tag after
 * a backslash is text.
 * @param source the author's text
 */
export function protectTags(source: string, options: ProtectOptions): TagStore {
  const { dialects, literals } = options
  const pattern = createSourcePattern(dialects)
  const names = findWrittenNames(source)
  const table = createTokenTable(dialects, names)
  // HTML parsers take tags such as `<<NAME>>` for elements, but not `<%`.
  const elementLike = dialects.filter(({ open }) => /^<[^%]/.test(open))
  const fences = findFences(source)
  const tagged = protectSource(source, pattern, fences, table, options)
  const text = replaceNotes(tagged, fences)
  const notes = text === tagged ? /(?!)/g : new RegExp(`${noteFiller}+`, 'g')

  const tagPattern = createTagPattern(dialects)
  // A text, such as a sample of code, that the engine would make markup of if it knows it.
  const protectComputed = (found: string) => {
    const fault = findTagFault(found, dialects, names)
    return fault?.kind === 'computed' ? (formatToken(table.register(found), found.length) ?? found) : found
  }
  const restore = (written: string, context: FormContext = 'seen'): string => {
    if (!hasToken(written) && !written.includes(noteFiller) && !hasEncodedToken(written)) return written
    const back = (found: string) => table.resolve(found, context)
    return written
      .replace(notes, '')
      .replace(blockToken, '$1')
      .replace(token, back)
      .replace(encodedToken, (found) => back(decodeURIComponent(found)))
  }
  const isLogic = (found: string) => isBlockTag(table.resolve(found, 'seen'), dialects)
  const findFault = createAttributeFaultFinder({ find: table.find, dialects })
  const restorer = { restore, findFault }
  const decodeTokens = (html: string) =>
    html.replace(blockToken, '$1').replace(encodedToken, decodeURIComponent)
  return {
    text,
    protect(other) {
      for (const name of findWrittenNames(other)) names.add(name)
      return other.replace(pattern, (match) => protectTag(match, table, literals))
    },
    protectMarkup: (html, clean) =>
      elementLike.length > 0
        ? html.replace(createTagPattern(elementLike), (match) => protectTag(clean(match), table, literals))
        : html,
    protectLiterals: (other) =>
      literals.pattern
        ? other.replace(literals.pattern, (found) => table.createToken(literals.createMatchForms(found)))
        : other.replace(tagPattern, protectComputed),
    createToken: table.createToken,
    find: table.find,
    parse(found) {
      const meaning = table.find(found)
      return typeof meaning === 'string' ? parseTag(meaning, dialects) : undefined
    },
    isLogic: (other) =>
      hasToken(other) && other.replace(token, (found) => (isLogic(found) ? '' : found)).trim() === '',
    unwrapBlock,
    decodeAddress: (address) => address.replace(encodedToken, decodeURIComponent),
    removeNotes: (noted) => noted.replace(notes, ''),
    restore,
    restoreHtml: (html) => restoreHtml(decodeTokens(html), restorer),
    findMisplaced: (html) => findMisplaced(decodeTokens(html), restorer),
    hasLineBreaks: table.hasLineBreaks(),
  }
}

/** Replaces tags by tokens, except in fenced code, and where double brackets are a link. */
function protectSource(
  source: string,
  pattern: RegExp,
  fences: [number, number][],
  table: TokenTable,
  { dialects, literals, bodyOffset = 0, isDefined }: ProtectOptions,
): string {
  const defined = findLabels(source)
  return source.replace(pattern, (match, ...rest) => {
    const offset = rest.find((item): item is number => typeof item === 'number') ?? 0
    const label = match.startsWith('[[') ? match.slice(2, -2) : undefined
    const isLabel = label !== undefined && (defined.has(label.toLowerCase()) || isDefined?.(label))
    const isElsewhere = isCellTag(match) && !isTableRow(offset, match.length, source)
    if (isWithin(fences, offset) || isLabel || isElsewhere) return match
    const isBlock =
      isBlockTag(match, dialects) && isAlone(match, offset, source) && !isInMarkup(offset, source)
    return offset >= bodyOffset && isBlock
      ? protectBlockTag(match, table)
      : protectTag(match, table, literals)
  })
}
