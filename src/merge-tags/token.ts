// Letters of the private use area mean nothing to Markdown, YAML, Liquid, CSS or HTML, and none of them escapes them.
const first = 0xe000
const filler = '\ue001'
const last = '\ue002'
const digits = 0xe100
const base = 2048

/** What stands for one tag. */
export const token = /\ue000[\ue100-\ue8ff]{1,2}\ue001*\ue002/g

/** A tag that was made a block, wherever it ended up: as a comment, or as text where comments are none. */
export const blockToken = /(?:<|&lt;)!--(\ue000[\ue100-\ue8ff]{1,2}\ue001*\ue002)--(?:>|&gt;)/g

/** The same in an address that was percent-encoded. */
export const encodedToken =
  /%EE%80%80(?:%EE%(?:8[4-9A-F]|9[0-9A-F]|A[0-3])%[89AB][0-9A-F]){1,2}(?:%EE%80%81)*%EE%80%82/g

/** True for a text with a tag in it. */
export function hasToken(text: string): boolean {
  return text.includes(String.fromCharCode(first))
}

/**
 * The token of a number.
 * @param length in UTF-16 units
 * @returns nothing when the number does not fit into so few
 */
export function createToken(number: number, length: number): string | undefined {
  const head = String.fromCharCode(first)
  const low = String.fromCharCode(digits + (number % base))
  if (length === 3) return number < base ? head + low + last : undefined
  if (length < 4) return undefined
  const high = String.fromCharCode(digits + Math.floor(number / base))
  return head + low + high + filler.repeat(length - 4) + last
}

/** The number of a token. */
export function tokenNumber(found: string): number {
  const low = found.charCodeAt(1) - digits
  const high = found.charCodeAt(2) - digits
  return found.length === 3 ? low : low + high * base
}
