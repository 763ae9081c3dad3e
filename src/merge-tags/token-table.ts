import type { Dialect } from './dialect.ts'
import { resolveFallback } from './parse-tag.ts'
import type { FormContext, TagForms } from './tag-forms.ts'
import { formatToken, parseToken } from './token.ts'

/** What tokens stand for, by their numbers. */
export interface TokenTable {
  /** The number of a native tag. */
  register(tag: string): number
  /**
   * The token of something with forms.
   * @param length as long as what readers see when not given, so that lines are broken where they should be
   */
  createToken(forms: TagForms, length?: number): string
  find(token: string): string | TagForms | undefined
  /** What stands in a token's place in some context. */
  resolve(token: string, context: FormContext): string
  /** Whether anything has other bytes in other contexts. */
  hasForms(): boolean
  /** Whether anything runs over several lines. */
  hasLineBreaks(): boolean
}

/** An empty table; entries are numbered in the order that they are met, each once. */
export function createTokenTable(dialects: readonly Dialect[]): TokenTable {
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
    register: register,
    createToken: (forms, length = Math.max(4, forms.seen.length)) =>
      formatToken(register(forms), length) ?? forms.seen,
    find,
    resolve(found, context) {
      const entry = find(found)
      if (typeof entry === 'object') return entry[context]
      return context === 'words' && entry !== undefined ? resolveFallback(entry, dialects) : (entry ?? found)
    },
    hasForms: () => entries.some((entry) => typeof entry === 'object'),
    hasLineBreaks: () =>
      entries.some((entry) => (typeof entry === 'string' ? entry : entry.source).includes('\n')),
  }
}
