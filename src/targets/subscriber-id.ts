/**
 * The tag that becomes a subscriber's own, opaque id, for providers that are known to have one. An email address would
 * tell the subscribers apart as well, but would stand in the logs of every server on the way.
 * Sources: Buttondown's and listmonk's documentation (template variables, templating); beehiiv's is seen in use.
 */
const tags: Record<string, string> = {
  beehiiv: '{{subscriber_id}}',
  buttondown: '{{ subscriber.id }}',
  listmonk: '{{ .Subscriber.UUID }}',
}

/**
 * The merge tag for the subscriber's id.
 * @param target the provider's name in `targets`
 * @returns nothing when no such tag is known
 */
export function toSubscriberTag(target: string): string | undefined {
  return Object.hasOwn(tags, target) ? tags[target] : undefined
}

/** The providers whose tag for the subscriber's id is known. */
export const withSubscriberId: string[] = Object.keys(tags)
