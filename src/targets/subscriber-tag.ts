import { targets } from './index.ts'
import { resolveTag } from './resolve-tag.ts'
import type { Target } from './target.ts'

/**
 * Resolves the merge tag for the subscriber's opaque id, as it is written in an address. An email address would identify
 * subscribers as well, but it would be logged by every server on the way.
 * @returns `undefined` when the provider has no such tag
 */
export function resolveSubscriberTag(target: Target | undefined): string | undefined {
  return (target && resolveTag(target, 'subscriber_id')?.bytes.url) ?? undefined
}

/** Whether that tag can be added by default: it is certain that the provider fills it in for each subscriber. */
export function isSubscriberTagSure(target: Target | undefined): boolean {
  const tag = target?.names.subscriber_id
  return tag !== undefined && !tag.isSenderData && (tag.proof === 'documented' || tag.proof === 'seen')
}

/** The shipped targets that have a tag for the subscriber's id. */
export const withSubscriberId: string[] = Object.keys(targets).filter(
  (name) => resolveSubscriberTag(targets[name]) !== undefined,
)
