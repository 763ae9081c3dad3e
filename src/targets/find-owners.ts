import { findDialect } from '../merge-tags/parse-tag.ts'
import { inlineDialects } from './dialects.ts'
import { listTargets, resolveDialects, type TargetSource } from './resolve-target.ts'
import type { Target } from './target.ts'

/** Dialects of providers that are no targets, by their looks. */
const others: [RegExp, string][] = [
  [/^\[\[/, 'GetResponse'],
  [/^%[A-Z][A-Z-]+%$/, 'ActiveCampaign'],
]

/** In brackets only what is surely a tag: `[name]` may be a word. */
const ambiguous = /^\[(?!\[|unsubscribe\]|webversion\]|[a-z]+,fallback=)|^\{(?!first_name\b|contact\.|[{%$])/i

/** Whether a tag has the looks of a target's. */
export function isNativeTag(tag: string, target: Target): boolean {
  if (target.takesAnyTag) return true
  const dialect = findDialect(tag, [...resolveDialects(target), ...inlineDialects])
  return dialect !== undefined && target.dialects.includes(dialect)
}

/**
 * Whose a native-looking tag is, when it is none of a target's.
 * @param tag its bytes
 * @param target one to which tags can be foreign
 * @param source what tells of the newsletter's own targets
 * @returns names for a sentence; none when the tag is the target's, or might be
 */
export function findOwners(tag: string, target: Target, source: TargetSource): string[] {
  const isNative = isNativeTag(tag, target)
  if (isNative && (target.ownNames || target.signature?.test(tag))) return []
  if (!isNative && ambiguous.test(tag)) return []
  const strangers = Object.values(listTargets(source)).filter(
    (each) => each !== target && !each.takesAnyTag && isNativeTag(tag, each),
  )
  const signed = strangers.filter(({ signature }) => signature?.test(tag))
  if (isNative || signed.length > 0) return signed.map(({ title }) => title)
  const outside = others.find(([look]) => look.test(tag))?.[1]
  return outside ? [outside] : strangers.map(({ title }) => title)
}
