import type { Dialect } from '../merge-tags/dialect.ts'
import type { Settings } from '../settings.ts'
import { sharedDialects } from './dialects.ts'
import { targets } from './index.ts'
import type { Target } from './target.ts'

/** What tells which targets a newsletter has besides the shipped ones. */
export type TargetSource = Pick<Settings, 'customTargets'>

/** All targets of a newsletter by their names; one of its own may stand in the stead of a shipped one. */
export function listTargets({ customTargets }: TargetSource): Record<string, Target> {
  return { ...targets, ...(customTargets as Record<string, Target>) }
}

/** The target of a name; nothing for a name that is none's. */
export function resolveTarget(source: TargetSource, name: string): Target | undefined {
  const all = listTargets(source)
  return Object.hasOwn(all, name) ? all[name] : undefined
}

/**
 * The dialects in which an email for some targets may have tags: their own and those that are tags for any target.
 * @param spoken nothing for those that there are none of
 */
export function resolveDialects(...spoken: (Target | undefined)[]): Dialect[] {
  const own = spoken.flatMap((target) => target?.dialects ?? [])
  return [...new Set(own.filter((dialect) => !sharedDialects.includes(dialect))), ...sharedDialects]
}
