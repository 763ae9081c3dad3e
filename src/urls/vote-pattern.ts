/** The placeholders of the config's pattern for votes. */
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
 * Finds text in braces that is no placeholder.
 * @param pattern an address whose merge tags are replaced by tokens or blanks
 */
export function unknownPlaceholders(pattern: string): string[] {
  return [...pattern.matchAll(/\{[^{}]*\}/g)]
    .map(([found]) => found)
    .filter((found) => !placeholders.includes(found))
}

/** True for a pattern that contains the placeholder for the subscriber's id. */
export function usesSubscriber(pattern: string): boolean {
  return /(?<!\{)\{subscriber\}(?!\})/.test(pattern)
}

/**
 * Fills in a pattern for one vote. Values are percent-encoded (RFC 3986, section 2.1) in every part of the URL, except for
 * the subscriber's merge tag, which would not work then.
 */
export function formatVoteUrl(pattern: string, vote: Vote): string {
  return pattern.replace(/\{(issue|poll|option|index|subscriber)\}/g, (whole, name: keyof Vote) => {
    if (name === 'subscriber') return vote.subscriber ?? whole
    return encodeStrictly(String(vote[name]))
  })
}

/** Percent-encodes all characters but the unreserved ones of RFC 3986, section 2.3. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
