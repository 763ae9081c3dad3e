/** What a poll's address pattern can ask for. */
export const placeholders = ['{issue}', '{poll}', '{option}', '{index}']

/** The values for one option's address. */
export interface Vote {
  issue: string
  poll: string
  option: string
  index: number
}

/**
 * What stands in braces in a pattern and is no placeholder.
 * @param pattern an address whose merge tags are shielded or blanked
 */
export function unknownPlaceholders(pattern: string): string[] {
  return [...pattern.matchAll(/\{[^{}]*\}/g)]
    .map(([found]) => found)
    .filter((found) => !placeholders.includes(found))
}

/**
 * The address of one vote. Values are percent-encoded as RFC 3986, section 2.1, says, whatever part of the address
 * they stand in.
 */
export function toVoteUrl(pattern: string, vote: Vote): string {
  return pattern.replace(/\{(issue|poll|option|index)\}/g, (_, name: keyof Vote) =>
    encodeStrictly(String(vote[name])),
  )
}

/** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
