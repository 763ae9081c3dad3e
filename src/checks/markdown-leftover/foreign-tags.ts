import type { Settings } from '../../settings.ts'
import { findOwners } from '../../targets/find-owners.ts'
import { resolveTarget } from '../../targets/resolve-target.ts'

/** Double brackets, in which links of wikis and GetResponse's tags are written. */
const brackets = /^\[\[[^[\]]*\]\]$/

/** Creates a test for tags of other providers, which `merge-dialect` reports. */
export function createForeignTagTest(settings: Settings): (text: string) => boolean {
  const target = resolveTarget(settings, settings.target)
  return (text) =>
    target !== undefined &&
    !target.acceptsAnyTag &&
    brackets.test(text) &&
    findOwners(text, target, settings).length > 0
}
