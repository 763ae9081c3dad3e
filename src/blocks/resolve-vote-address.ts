import { plainWords } from '../polls/plain-words.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { isSubscriberTagSure, resolveSubscriberTag } from '../targets/subscriber-tag.ts'
import type { BlockItem } from '../types.ts'
import { formatVotePageUrl } from '../urls/vote-page.ts'
import { encodeStrictly, formatVoteUrl, type Vote } from '../urls/vote-pattern.ts'
import type { BlockContext } from './block-context.ts'

export interface VoteAddress {
  /** `null` when neither the block nor the config says where votes go. */
  url: string | null
  /** Whether it is a page that is written beside the email. */
  page: boolean
}

/**
 * Where one option of a poll leads, if it has no link of its own: by a pattern, to its page, or to a ready reply.
 * @param pattern the block's or the config's
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

/** A reply that is ready to send (RFC 6068): the vote stands in the subject, since mail clients keep that line whole. */
function formatReply(address: string, poll: string, item: BlockItem, { matter, tags }: BlockContext): string {
  const answer = tags.restore(plainWords({ type: 'root', children: item.children }), 'words')
  const subject = `${answer} [${matter.slug}/${poll}/${item.index}]`
  return `mailto:${address}?subject=${encodeStrictly(subject)}`
}
