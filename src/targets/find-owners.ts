import { targets } from './index.ts'
import type { Target } from './target.ts'

/** Dialects of providers that are no targets, by their looks. */
const others: [RegExp, string][] = [
  [/^\[\[/, 'GetResponse'],
  [/^%[A-Z][A-Z-]+%$/, 'ActiveCampaign'],
]

/** In brackets only what is surely a tag: `[name]` may be a word. */
const ambiguous = /^\[(?!\[|unsubscribe\]|webversion\]|[a-z]+,fallback=)|^\{(?!first_name\b|contact\.|[{%$])/i

/**
 * Whose a native-looking tag is, when it is none of a target's.
 * @param tag its bytes
 * @param target one to which tags can be foreign
 * @returns names for a sentence; none when the tag is the target's, or might be
 */
export function findOwners(tag: string, target: Target): string[] {
  const isNative = target.native?.test(tag) ?? true
  if (isNative && (target.ownNames || target.signature?.test(tag))) return []
  if (!isNative && ambiguous.test(tag)) return []
  const strangers = Object.values(targets).filter((each) => each !== target && each.native?.test(tag))
  const signed = strangers.filter(({ signature }) => signature?.test(tag))
  if (isNative || signed.length > 0) return signed.map(({ title }) => title)
  const outside = others.find(([look]) => look.test(tag))?.[1]
  return outside ? [outside] : strangers.map(({ title }) => title)
}
