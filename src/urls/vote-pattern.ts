/** What a poll's address pattern can ask for. */
export const placeholders = ['{issue}', '{poll}', '{option}', '{index}', '{subscriber}']

/** The values for one option's address. */
export interface Vote {
  issue: string
  poll: string
  option: string
  index: number
  /** The target's merge tag for the subscriber's id, which the provider fills in. */
  subscriber?: string | undefined
}

/**
 * What stands in braces in a pattern and is no placeholder.
 * @param pattern an address whose merge tags are tokens or blanked
 */
export function unknownPlaceholders(pattern: string): string[] {
  return [...pattern.matchAll(/\{[^{}]*\}/g)]
    .map(([found]) => found)
    .filter((found) => !placeholders.includes(found))
}

/** Whether a pattern asks for the subscriber's id. */
export function usesSubscriber(pattern: string): boolean {
  return /(?<!\{)\{subscriber\}(?!\})/.test(pattern)
}

/**
 * The address of one vote. Values are percent-encoded as RFC 3986, section 2.1, says, whatever part of the address
 * they stand in; but for the subscriber's tag, which would be no tag then.
 */
export function formatVoteUrl(pattern: string, vote: Vote): string {
  return pattern.replace(/\{(issue|poll|option|index|subscriber)\}/g, (whole, name: keyof Vote) => {
    if (name === 'subscriber') return vote.subscriber ?? whole
    return encodeStrictly(String(vote[name]))
  })
}

/** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
