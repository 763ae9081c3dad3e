import { token } from '../private-use.ts'
import { isRewritten } from './find-computed-markup.ts'
import { parseBlockTag } from './parse-block-tag.ts'
import { findDialect, parseTag, resolveFallback } from './parse-tag.ts'
import { splitStrings } from './split-strings.ts'
import type { TokenReader } from './token-reader.ts'
import { isUnsafeAddress, unsafeStyle } from './unsafe-values.ts'

/** A value that runs or loads something once its tags are filled in, or a condition that ends outside of it. */
export type AttributeFault = 'scheme' | 'style' | 'logic'

/** The attributes with addresses, each with its white space and `=`. */
export const addressAttribute = /^\s(?:href|src|action|background|poster|cite)\s*=/i

/** Finds what is wrong with the tags in an attribute, from its name with white space and `=`, and its value with tokens. */
export type FindAttributeFault = (name: string, value: string) => AttributeFault | undefined

/**
 * Creates a function that finds the fault of each attribute of an email once, for an email is searched with source markers,
 * without them, and when its tags are restored. What a token stands for never changes.
 */
export function createAttributeFaultFinder(reader: TokenReader): FindAttributeFault {
  const found = new Map<string, AttributeFault | undefined>()
  return (name, value) => {
    const attribute = name + value
    if (!found.has(attribute)) found.set(attribute, findAttributeFault(name, value, reader))
    return found.get(attribute)
  }
}

/**
 * Finds what is wrong with the tags in an attribute.
 * @param name the attribute's name, with white space and `=`
 * @param value its value, with tags as tokens
 */
function findAttributeFault(name: string, value: string, reader: TokenReader): AttributeFault | undefined {
  const readings = listReadings(value, reader)
  const rewritten = listRewritten(value, reader)
  const isAddress = addressAttribute.test(name)
  if (isAddress && (readings.some(isUnsafeAddress) || rewritten.some((at) => at === 0))) return 'scheme'
  const isStyle = /^\s*style\s*=/i.test(name)
  const isUnsafe = rewritten.length > 0 || readings.some((each) => unsafeStyle.test(each))
  if (isStyle && !unsafeStyle.test(value) && isUnsafe) return 'style'
  return isBalanced(value, reader) ? undefined : 'logic'
}

/** The texts that an engine may make of a value: without what its tags print, with their fallbacks, with their strings, and as they are. */
function listReadings(value: string, { find, dialects }: TokenReader): string[] {
  const read = (resolve: (tag: string) => string) =>
    value.replace(token, (found) => {
      const entry = find(found)
      return entry === undefined ? '' : resolve(typeof entry === 'object' ? entry.seen : entry)
    })
  const readings = [
    () => '',
    (tag: string) => resolveFallback(tag, dialects),
    (tag: string) => (parseTag(tag, dialects).kind === 'logic' ? '' : splitStrings(tag).strings.join('')),
  ]
  return [...readings.map(read), read((tag) => tag)]
}

/** The offsets of the tags in a value whose own strings are changed by a filter. */
function listRewritten(value: string, { find, dialects }: TokenReader): number[] {
  const prints = value.trimStart()
  return [...prints.matchAll(token)].flatMap(({ 0: found, index }) => {
    const tag = find(found)
    const dialect = typeof tag === 'string' ? findDialect(tag, dialects) : undefined
    if (typeof tag !== 'string' || !dialect?.open.startsWith('{')) return []
    return isRewritten(tag.slice(dialect.open.length, -dialect.close.length)) ? [index] : []
  })
}

/** Whether every condition that begins in a value ends there: else what is between two attributes could be left out. */
function isBalanced(value: string, { find, dialects }: TokenReader): boolean {
  let depth = 0
  for (const [found] of value.matchAll(token)) {
    const tag = find(found)
    const block = typeof tag === 'string' ? parseBlockTag(tag, dialects) : undefined
    if (block?.role === 'start') depth++
    if (block?.role === 'end') depth--
    if (depth < 0 || (block?.role === 'branch' && depth === 0)) return false
  }
  return depth === 0
}
