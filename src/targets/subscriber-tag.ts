import { targets } from './index.ts'
import { resolveTag } from './resolve-tag.ts'

/**
 * The merge tag for the subscriber's own, opaque id, as it is written in an address. An email address would tell the
 * subscribers apart as well, but would stand in the logs of every server on the way.
 * @param target the provider's name in `targets`
 * @returns nothing when it has no such tag
 */
export function resolveSubscriberTag(target: string): string | undefined {
  const provider = targets[target]
  return (provider && resolveTag(provider, 'subscriber_id')?.bytes.url) ?? undefined
}

/**
 * Whether that tag may be written where nobody asked for it: one that is not filled in would be the same for all.
 * @param target the provider's name in `targets`
 */
export function isSubscriberTagSure(target: string): boolean {
  const tag = targets[target]?.names.subscriber_id
  return tag !== undefined && !tag.own && (tag.proof === 'documented' || tag.proof === 'seen')
}

/** The providers that have a tag for the subscriber's id. */
export const withSubscriberId: string[] = Object.keys(targets).filter(
  (target) => resolveSubscriberTag(target) !== undefined,
)
