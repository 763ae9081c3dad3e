import { toString as toText } from 'mdast-util-to-string'
import { encodeStrictly, placeholders, toVoteUrl, unknownPlaceholders } from '../../addresses/vote-pattern.ts'
import type { Block, BlockItem, Directive } from '../../issue.ts'
import { complain } from '../../messages/complain.ts'
import { names } from '../../messages/words.ts'
import type { BlockContext } from '../block-context.ts'
import { attributePlace, openingLine } from '../opening-line.ts'

/** Where a vote goes, first that applies: the option's own link, the block's `url`, the config's `polls`. */
export function poll(
  block: Block,
  node: Directive,
  context: BlockContext,
  seen: Map<string, Set<string>>,
): void {
  const id = String(block.attributes.id)
  holdId(id, node, context, seen)
  const pattern = holdPattern(block, node, context)
  const { mailto } = context.settings.polls
  for (const item of block.items) {
    if (item.url !== null) continue
    if (pattern)
      item.url = toVoteUrl(pattern, {
        issue: context.matter.slug,
        poll: id,
        option: item.id,
        index: item.index,
      })
    else if (mailto) item.url = toMailto(mailto, id, item, context)
  }
  const first = block.items.find((item) => item.url === null)
  if (first && block.attributes.url === null) complainOfNowhere(node, context)
  block.extra.mailto = block.items.some((item) => item.url?.startsWith('mailto:'))
}

function holdId(id: string, node: Directive, context: BlockContext, seen: Map<string, Set<string>>): void {
  const used = seen.get('poll') ?? new Set()
  seen.set('poll', used)
  if (used.has(id)) {
    complain(context.file, `Unexpected second poll \`${id}\` in this issue`, {
      ruleId: 'poll-id',
      place: attributePlace(node, 'id', context.source),
      note: 'Votes of the two could not be told apart. Give each poll an id of its own: `:::poll{#feedback}`.',
    })
  }
  used.add(id)
}

/** The block's pattern or the config's; a placeholder that is none is an error here, where the author can see it. */
function holdPattern(block: Block, node: Directive, context: BlockContext): string | undefined {
  const own = block.attributes.url
  if (typeof own !== 'string')
    return own === null && node.attributes?.url ? undefined : context.settings.polls.url
  for (const placeholder of unknownPlaceholders(own)) {
    complain(
      context.file,
      `Unexpected placeholder \`${placeholder}\` in \`url\`, expected ${names(placeholders)}`,
      {
        ruleId: 'poll-url',
        place: attributePlace(node, 'url', context.source),
        note: 'For the subscriber, write your provider’s own merge tag: `{{ subscriber.id }}`.',
      },
    )
  }
  return own
}

/** A reply that is ready to send (RFC 6068): the vote stands in the subject, since mail clients keep that line whole. */
function toMailto(address: string, id: string, item: BlockItem, { matter, shield }: BlockContext): string {
  const answer = shield.restore(item.children.map((child) => toText(child)).join(' '))
  const subject = `${answer} [${matter.slug}/${id}/${item.index}]`
  return `mailto:${address}?subject=${encodeStrictly(subject)}`
}

function complainOfNowhere(node: Directive, { file, source }: BlockContext): void {
  complain(file, 'Missing place for the votes of this poll', {
    ruleId: 'poll-target',
    place: openingLine(node, source),
    note: [
      'Say where a vote goes, in one of four ways:',
      '- a link of its own in each option: `- [Loved it](https://…)`',
      '- an address pattern on the block: `:::poll{url="https://example.com/vote?i={issue}&p={poll}&o={option}"}`',
      '- the same pattern for all polls, in the config: `polls: { url: … }`',
      '- an address that votes are mailed to, which needs no server: `polls: { mailto: votes@example.com }`',
    ].join('\n'),
  })
}
