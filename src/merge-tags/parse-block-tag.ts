import type { Dialect, TagLogic } from './dialect.ts'
import { findDialect, parseTag } from './parse-tag.ts'

/** A tag that begins, continues or ends a block. */
export interface BlockTag {
  role: 'start' | 'branch' | 'end'
  /** The word that the start and the end have in common: `if`; empty for an end that ends any block: `{{ end }}`. */
  keyword: string
  /** Whether the word of an end begins no block that is known: `{% endcustom %}`. */
  isUnknown?: boolean
  /** The tag that ends a part in which nothing is a tag. */
  rawEnd?: RegExp | undefined
}

const starts: ReadonlySet<TagLogic> = new Set(['if', 'unless', 'choice', 'section', 'aside', 'raw'])

/**
 * Parses a tag as a part of a block.
 * @param tag the whole tag
 * @param dialects the dialects that it can be of
 * @returns `undefined` for a tag that stands alone
 */
export function parseBlockTag(tag: string, dialects: readonly Dialect[]): BlockTag | undefined {
  const parsed = parseTag(tag, dialects)
  const dialect = findDialect(tag, dialects)
  if (parsed.kind !== 'logic' || !dialect) return undefined
  const inner = tag.slice(dialect.open.length, -dialect.close.length).replace(/^[-~]?\s*|\s*[-~]?$/g, '')
  if (starts.has(parsed.logic)) return { role: 'start', keyword: readWord(inner), rawEnd: parsed.end }
  if (parsed.logic === 'else' || parsed.logic === 'elseif')
    return { role: 'branch', keyword: readWord(inner) }
  if (parsed.logic !== 'end') return undefined
  return { role: 'end', ...readEnd(inner, dialect, dialects) }
}

/** `if` of `#if x`, `IF` of `IF:FNAME`, `inline` of `#*inline "x"`. */
function readWord(inner: string): string {
  return /^[#^]?[*>]?\s*([\w$.@-]+)/.exec(inner)?.[1] ?? ''
}

/** The block that an end tag names. In other dialects than `{% … %}` a word that begins no block is none. */
function readEnd(
  inner: string,
  { open, close, logic }: Dialect,
  dialects: readonly Dialect[],
): Pick<BlockTag, 'keyword' | 'isUnknown'> {
  if (inner.startsWith('/')) return { keyword: readWord(inner.slice(1).trim()) }
  const word = readWord(/^end[:_\s]*(.*)$/is.exec(inner)?.[1] ?? '')
  if (word === '' || !logic) return { keyword: '' }
  const isStart = [`${word} x`, word].some((inner) => {
    const start = parseTag(open + inner + close, dialects)
    return start.kind === 'logic' && starts.has(start.logic)
  })
  if (isStart) return { keyword: word }
  return open === '{%' ? { keyword: word, isUnknown: true } : { keyword: '' }
}
