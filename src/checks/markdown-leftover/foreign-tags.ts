import type { Settings } from '../../settings.ts'
import { findOwners } from '../../targets/find-owners.ts'
import { resolveTarget } from '../../targets/resolve-target.ts'

/** Names in double brackets, which can be a link of a wiki and one of GetResponse's tags. */
const brackets = /^\[\[(?:[a-z][a-z_]*(?: fallback="[^"\n]*")?|[A-Z][A-Z0-9_]*)\]\]$/

/** Creates a test for tags of other providers, which `merge-dialect` reports. */
export function createForeignTagTest(settings: Settings): (text: string) => boolean {
  const target = resolveTarget(settings, settings.target)
  return (text) =>
    target !== undefined &&
    !target.acceptsAnyTag &&
    brackets.test(text) &&
    findOwners(text, target, settings).length > 0
}
