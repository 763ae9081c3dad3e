import type { TargetDefinition } from './target.ts'

/**
 * Types a target: a provider's dialect of merge tags, what the neutral names are in it, what it asks for and what it
 * adds. In `issue.config.{js,mjs,ts}` one stands under its name in `targets`, and `target: 'mine'` builds for it.
 * @param definition the target, which is given back as it is
 */
export function defineTarget<const Definition extends TargetDefinition>(definition: Definition): Definition {
  return definition
}
