import { plainWords } from '../polls/plain-words.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { isSubscriberTagSure, resolveSubscriberTag } from '../targets/subscriber-tag.ts'
import type { BlockItem } from '../types.ts'
import { formatVotePageUrl } from '../urls/vote-page.ts'
import { encodeStrictly, formatVoteUrl, type Vote } from '../urls/vote-pattern.ts'
import type { BlockContext } from './block-context.ts'

export interface VoteAddress {
  /** `null` when neither the block nor the config has an address for votes. */
  url: string | null
  /** Whether it is the address of a page that is written beside the email. */
  page: boolean
}

/**
 * Resolves the address of an option of a poll that has no link of its own: by a pattern, else a page, else a `mailto:`.
 * @param poll the poll's id
 * @param pattern the block's `url` or the config's `polls.url`
 */
export function resolveVoteAddress(
  item: BlockItem,
  poll: string,
  pattern: string | undefined,
  context: BlockContext,
): VoteAddress {
  const { settings, matter, tags } = context
  const { pages, mailto } = settings.polls
  const target = resolveTarget(settings, settings.target)
  const tag = resolveSubscriberTag(target)
  const vote: Vote = {
    issue: matter.slug,
    poll,
    option: item.id,
    index: item.index,
    subscriber: tag === undefined ? undefined : tags.protect(tag),
  }
  if (pattern) return { url: formatVoteUrl(pattern, vote), page: false }
  if (pages && settings.url) {
    const known = isSubscriberTagSure(target) ? vote : { ...vote, subscriber: undefined }
    return { url: formatVotePageUrl(settings.url, known), page: true }
  }
  return { url: mailto ? formatReply(mailto, poll, item, context) : null, page: false }
}

/** A `mailto:` address (RFC 6068) with the vote in the subject, a line that mail clients do not change. */
function formatReply(address: string, poll: string, item: BlockItem, { matter, tags }: BlockContext): string {
  const words = tags.restore(plainWords({ type: 'root', children: item.children }), 'words')
  const subject = `${words} [${matter.slug}/${poll}/${item.index}]`
  return `mailto:${address}?subject=${encodeStrictly(subject)}`
}
