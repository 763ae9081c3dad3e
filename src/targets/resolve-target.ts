import type { Dialect } from '../merge-tags/dialect.ts'
import type { Settings } from '../settings.ts'
import { sharedDialects } from './dialects.ts'
import { targets } from './index.ts'
import type { Target } from './target.ts'

/** The part of the settings with a newsletter's own targets. */
export type TargetSource = Pick<Settings, 'customTargets'>

/** All targets of a newsletter by name; one of its own replaces a shipped target of the same name. */
export function listTargets({ customTargets }: TargetSource): Record<string, Target> {
  return { ...targets, ...(customTargets as Record<string, Target>) }
}

/** The target with a name; `undefined` when there is none. */
export function resolveTarget(source: TargetSource, name: string): Target | undefined {
  const all = listTargets(source)
  return Object.hasOwn(all, name) ? all[name] : undefined
}

/**
 * Resolves the dialects of tags that are recognized in an email for some targets: the targets' own and the shared ones.
 * @param emailTargets an unknown target is `undefined`
 */
export function resolveDialects(...emailTargets: (Pick<Target, 'dialects'> | undefined)[]): Dialect[] {
  const own = emailTargets.flatMap((target) => target?.dialects ?? [])
  return [...new Set(own.filter((dialect) => !sharedDialects.includes(dialect))), ...sharedDialects]
}
