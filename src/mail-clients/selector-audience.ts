import { platforms } from './features.ts'

/** Hooks that a client sets itself, so that a rule can speak to it alone. */
const hooks: [hook: RegExp, platform: RegExp][] = [
  [/\[data-og(sc|sb|ac|ab)\]/i, /^outlook\.(outlook-com|ios|android)$/],
  [/\.ExternalClass\b/, /^outlook\.outlook-com$/],
  [/^#outlook\b/i, /^outlook\.windows$/],
  [/\[x-apple-/i, /^apple-mail\./],
  [/^u\s*\+/i, /^gmail\./],
]

/**
 * Whom a selector is meant for.
 * @param selectors one, or several without commas
 * @returns platforms; nothing when it is meant for all
 */
export function selectorAudience(selectors: readonly string[]): readonly string[] | undefined {
  const audiences = selectors.map((selector) => hooks.find(([hook]) => hook.test(selector))?.[1])
  if (audiences.length === 0 || audiences.includes(undefined)) return undefined
  return platforms.filter((platform) => audiences.some((audience) => audience?.test(platform)))
}
