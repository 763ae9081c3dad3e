import { memoize } from '../hast/memoize.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import type { Settings } from '../settings.ts'
import { resolveDialects, resolveTarget } from './resolve-target.ts'
import type { Target } from './target.ts'

/**
 * Whether an address contains a merge tag in the syntax of the target, of a target of the newsletter's own, or of all
 * that share a syntax.
 * @param address as it is written in a template, in which tags are no tokens
 */
export function hasNativeTag(address: string, settings: Settings): boolean {
  return address.search(createNativePattern(settings)) !== -1
}

/** Every address of a page is tested, while the pattern is that of the settings. */
const createNativePattern = memoize((settings: Settings) => {
  const custom = Object.values(settings.customTargets as Record<string, Target>)
  return createTagPattern(resolveDialects(resolveTarget(settings, settings.target), ...custom))
})
