import type { TargetDefinition } from './target.ts'

/**
 * Defines a target with its type: a provider's dialects of merge tags, the tags of the neutral names, what it requires
 * and what it adds. In `issue.config.{js,mjs,ts}` it is an entry of `targets`, whose name `target` can have.
 * @param definition the target
 * @returns the definition, unchanged
 */
export function defineTarget<const Definition extends TargetDefinition>(definition: Definition): Definition {
  return definition
}
