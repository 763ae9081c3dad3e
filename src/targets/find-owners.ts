import { isTypo } from '../diagnostics/is-typo.ts'
import { memoize } from '../hast/memoize.ts'
import { findDialect, parseTag } from '../merge-tags/parse-tag.ts'
import { listValues } from './list-values.ts'
import { listTargets, resolveDialects, type TargetSource } from './resolve-target.ts'
import { findSiteGenerator } from './site-generators.ts'
import type { Target } from './target.ts'

/** Patterns of tags of providers that are not targets. */
const others: [RegExp, string][] = [
  [/^\[\[(?!_?TOC)[A-Z\d_]+\]\]$|^\$\{|^\[[A-Z]/, 'another provider'],
  // `[[Words]]` is a link of a wiki.
  [/^\[\[(?!\p{Lu}\p{Ll}|_?(?:TOC|toc)_?\]\])/u, 'GetResponse'],
  [/^%%[A-Za-z_]/, 'Salesforce Marketing Cloud'],
  [/^%[A-Z][A-Z-]+%$/, 'ActiveCampaign'],
]

/** Brackets that can be ordinary words: `[name]`. */
const ambiguous = /^\[(?!\[|unsubscribe\]|webversion\]|[a-z]+,fallback=)|^\{(?!first_name\b|contact\.|[{%$])/i

/** The targets of a newsletter, and the dialects that a tag can have, of which those of one target come first. */
const resolveSource = memoize((source: TargetSource) => {
  const all = Object.values(listTargets(source))
  return { all, resolveAllDialects: memoize((target: Target) => resolveDialects(target, ...all)) }
})

/**
 * Whether a tag has the syntax of a target's dialects.
 * @param source the settings, with the other targets, whose dialects the tag can have instead
 */
export function isNativeTag(tag: string, target: Target, source: TargetSource): boolean {
  if (target.acceptsAnyTag) return true
  const dialect = findDialect(tag, resolveSource(source).resolveAllDialects(target))
  return target.dialects.some(({ open, close }) => open === dialect?.open && close === dialect.close)
}

/**
 * Finds the providers of a tag that is foreign to a target.
 * @param tag the whole tag
 * @param target one without `acceptsAnyTag`
 * @param source the settings, with the newsletter's own targets
 * @returns names for a sentence; none when the tag is, or can be, one of the target's
 */
export function findOwners(tag: string, target: Target, source: TargetSource): string[] {
  if (findSiteGenerator(tag) !== undefined) return []
  const isNative = isNativeTag(tag, target, source)
  if (isNative && (target.ownNames || target.signature?.test(tag))) return []
  if (!isNative && ambiguous.test(tag)) return []
  const candidates = resolveSource(source).all.filter(
    (each) => each !== target && !each.acceptsAnyTag && isNativeTag(tag, each, source),
  )
  const certain = candidates.filter(({ signature }) => signature?.test(tag))
  if (isNative && isMisspelt(tag, target)) return []
  if (isNative || certain.length > 0) return certain.map(({ title }) => title)
  const outside = others.find(([look]) => look.test(tag))?.[1]
  return outside ? [outside] : candidates.map(({ title }) => title)
}

/** Whether a tag has a misspelt name of the target's own, which another provider's names may begin like. */
function isMisspelt(tag: string, target: Target): boolean {
  const parsed = parseTag(tag, target.dialects)
  if (parsed.kind !== 'value') return false
  const fold = (name: string) => name.toLowerCase().replaceAll('_', '')
  return listValues(target).some((name) => fold(parsed.name) !== fold(name) && isTypo(parsed.name, name))
}
