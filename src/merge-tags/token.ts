import { tokenDigits, tokenEnd, tokenFiller, tokenStart } from '../private-use.ts'

/**
 * Formats a number as a token.
 * @param length in UTF-16 units
 * @returns `undefined` when the number does not fit into this length
 */
export function formatToken(number: number, length: number): string | undefined {
  const { count } = tokenDigits
  const low = formatDigit(number % count)
  if (length === 3) return number < count ? tokenStart + low + tokenEnd : undefined
  if (length < 4) return undefined
  const high = formatDigit(Math.floor(number / count))
  return tokenStart + low + high + tokenFiller.repeat(length - 4) + tokenEnd
}

/** Parses the number of a token. */
export function parseToken(found: string): number {
  const low = found.charCodeAt(1) - tokenDigits.first
  const high = found.charCodeAt(2) - tokenDigits.first
  return found.length === 3 ? low : low + high * tokenDigits.count
}

function formatDigit(value: number): string {
  return String.fromCharCode(tokenDigits.first + value)
}
