import { platforms } from './features.ts'

/** Selectors that match only in certain clients, which add the attributes, classes or elements themselves. */
const clientSelectors: [pattern: RegExp, platform: RegExp][] = [
  [/\[data-og(sc|sb|ac|ab)\]/i, /^outlook\.(outlook-com|ios|android)$/],
  [/\.ExternalClass\b/, /^outlook\.outlook-com$/],
  [/^#outlook\b/i, /^outlook\.windows$/],
  [/\[x-apple-/i, /^apple-mail\./],
  [/^u\s*\+/i, /^gmail\./],
  [/^#MessageViewBody\b/, /^samsung-email\./],
]

/**
 * The platforms that a rule is meant for.
 * @param selectors the rule's selectors, split at commas
 * @returns `undefined` when it is meant for all
 */
export function selectorAudience(selectors: readonly string[]): readonly string[] | undefined {
  const audiences = selectors.map(
    (selector) => clientSelectors.find(([pattern]) => pattern.test(selector))?.[1],
  )
  if (audiences.length === 0 || audiences.includes(undefined)) return undefined
  return platforms.filter((platform) => audiences.some((audience) => audience?.test(platform)))
}
