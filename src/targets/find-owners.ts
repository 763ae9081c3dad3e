import { findDialect } from '../merge-tags/parse-tag.ts'
import { listTargets, resolveDialects, type TargetSource } from './resolve-target.ts'
import type { Target } from './target.ts'

/** Dialects of providers that are no targets, by their looks. */
const others: [RegExp, string][] = [
  [/^\[\[/, 'GetResponse'],
  [/^%[A-Z][A-Z-]+%$/, 'ActiveCampaign'],
]

/** In brackets only what is surely a tag: `[name]` may be a word. */
const ambiguous = /^\[(?!\[|unsubscribe\]|webversion\]|[a-z]+,fallback=)|^\{(?!first_name\b|contact\.|[{%$])/i

/**
 * Whether a tag has the looks of a target's.
 * @param others targets whose dialects the tag may be of as well
 */
export function isNativeTag(tag: string, target: Target, others: readonly Target[]): boolean {
  if (target.acceptsAnyTag) return true
  const looks = findDialect(tag, resolveDialects(target, ...others))
  return target.dialects.some(({ open, close }) => open === looks?.open && close === looks.close)
}

/**
 * Whose a native-looking tag is, when it is none of a target's.
 * @param tag its bytes
 * @param target one to which tags can be foreign
 * @param source what tells of the newsletter's own targets
 * @returns names for a sentence; none when the tag is the target's, or might be
 */
export function findOwners(tag: string, target: Target, source: TargetSource): string[] {
  const all = Object.values(listTargets(source))
  const isNative = isNativeTag(tag, target, all)
  if (isNative && (target.ownNames || target.signature?.test(tag))) return []
  if (!isNative && ambiguous.test(tag)) return []
  const strangers = all.filter(
    (each) => each !== target && !each.acceptsAnyTag && isNativeTag(tag, each, all),
  )
  const signed = strangers.filter(({ signature }) => signature?.test(tag))
  if (isNative || signed.length > 0) return signed.map(({ title }) => title)
  const outside = others.find(([look]) => look.test(tag))?.[1]
  return outside ? [outside] : strangers.map(({ title }) => title)
}
