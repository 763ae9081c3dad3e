import { targets } from './index.ts'
import { resolveTag } from './resolve-tag.ts'
import type { Target } from './target.ts'

/**
 * The merge tag for the subscriber's own, opaque id, as it is written in an address. An email address would tell the
 * subscribers apart as well, but would stand in the logs of every server on the way.
 * @returns nothing when the provider has no such tag
 */
export function resolveSubscriberTag(target: Target | undefined): string | undefined {
  return (target && resolveTag(target, 'subscriber_id')?.bytes.url) ?? undefined
}

/** Whether that tag may be written where nobody asked for it: one that is not filled in would be the same for all. */
export function isSubscriberTagSure(target: Target | undefined): boolean {
  const tag = target?.names.subscriber_id
  return tag !== undefined && !tag.isSenderData && (tag.proof === 'documented' || tag.proof === 'seen')
}

/** The shipped targets that have a tag for the subscriber's id. */
export const withSubscriberId: string[] = Object.keys(targets).filter(
  (name) => resolveSubscriberTag(targets[name]) !== undefined,
)
