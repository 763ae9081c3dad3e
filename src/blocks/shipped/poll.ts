import { listNames } from '../../diagnostics/list-names.ts'
import { report } from '../../diagnostics/report.ts'
import { fileNameKey } from '../../polls/file-name.ts'
import { isAnsweredByMail } from '../../polls/is-answered-by-mail.ts'
import { isId } from '../../polls/is-id.ts'
import { plainWords } from '../../polls/plain-words.ts'
import { resolveTarget } from '../../targets/resolve-target.ts'
import { resolveSubscriberTag, withSubscriberId } from '../../targets/subscriber-tag.ts'
import { placeholders, unknownPlaceholders, usesSubscriber } from '../../urls/vote-pattern.ts'
import { type BlockContent, defineBlock } from '../define-block.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import { resolveVoteAddress } from '../resolve-vote-address.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

export interface PollExtra {
  /** Whether an option opens a prepared reply (`mailto:`). */
  mailto: boolean
  /** The numbers of the earlier options: readers reply with a number, so no two of them may be the same. */
  before: number
  /** The ids of the options that link to pages which are written beside the email. */
  pages: string[]
  /** The poll's question in plain words; merge tags are tokens. */
  question: string
  /** The words of its options, in their order. */
  answers: string[]
}

/** Resolves the address of each option, the first that applies: its own link, the block's `url`, the config's `polls`. */
export const poll = defineBlock({
  name: 'poll',
  acceptsInvalid: true,
  resolve(block, context: ShippedBlockContext): PollExtra {
    const id = String(block.attributes.id)
    validateId(id, context)
    const pattern = resolvePattern(block, context)
    const pages: string[] = []
    for (const item of block.items) {
      if (item.url !== null) continue
      const { url, page } = resolveVoteAddress(item, id, pattern, context)
      item.url = url
      if (page) pages.push(item.id)
    }
    const first = block.items.find((item) => item.url === null)
    if (first && block.attributes.url === null) reportMissingTarget(context)
    const mailto = isAnsweredByMail(block.items)
    const before = mailto ? context.numbering.last : 0
    if (mailto) context.numbering.last += block.items.length
    return {
      mailto,
      before,
      pages,
      // Extracted here, where merge tags are tokens and text that only looks like a tag is text.
      question: plainWords({ type: 'root', children: block.body }),
      answers: block.items.map(({ children }) => plainWords({ type: 'root', children })),
    }
  },
})

function validateId(id: string, { file, source, node, usedIds }: ShippedBlockContext): void {
  const reportId = (reason: string, note: string) =>
    report(file, reason, { ruleId: 'poll-id', place: attributePlace(node, 'id', source), note })
  if (!isId(id))
    reportId(
      `Unexpected poll id \`${id}\`, expected letters, digits, \`-\` and \`_\``,
      'The id becomes part of each vote’s address and of a file’s name: `:::poll{#feedback}`.',
    )
  const name = fileNameKey(id)
  if (usedIds.has(name))
    reportId(
      `Unexpected second poll \`${id}\` in this issue`,
      'Votes for the two would be counted as one. Give each poll an id of its own: `:::poll{#feedback}`.',
    )
  usedIds.add(name)
}

/** The block's pattern, whose unknown placeholders are reported on the block, or the config's. */
function resolvePattern(block: BlockContent, context: ShippedBlockContext): string | undefined {
  const { node } = context
  const own = block.attributes.url
  if (typeof own !== 'string')
    return own === null && node.attributes?.url ? undefined : context.settings.polls.url
  const reportUrl = (reason: string, note: string) =>
    report(context.file, reason, {
      ruleId: 'poll-url',
      place: attributePlace(node, 'url', context.source),
      note,
    })
  for (const placeholder of unknownPlaceholders(own))
    reportUrl(
      `Unexpected placeholder \`${placeholder}\` in \`url\`, expected ${listNames(placeholders)}`,
      'To know who voted, write your provider’s own merge tag in its place.',
    )
  const { target } = context.settings
  if (usesSubscriber(own) && resolveSubscriberTag(resolveTarget(context.settings, target)) === undefined)
    reportUrl(`Cannot fill in \`{subscriber}\` for the target \`${target}\``, noSubscriberNote)
  return own
}

/** The note where a target has no known tag for the subscriber's id. */
const noSubscriberNote = `Issuepress knows a merge tag for the subscriber's id of ${listNames(withSubscriberId).replace(' or ', ' and ')} only. If your provider has one, write that tag instead of \`{subscriber}\`.`

function reportMissingTarget({ file, source, node }: ShippedBlockContext): void {
  report(file, 'Missing place for the votes of this poll', {
    ruleId: 'poll-target',
    place: openingLine(node, source),
    note: [
      'Choose where votes go, in one of five ways:',
      '- a link of its own in each option: `- [Loved it](https://…)`',
      '- an address pattern on the block: `:::poll{url="https://example.com/vote?i={issue}&p={poll}&o={option}"}`',
      '- the same pattern for all polls, in the config: `polls: { url: … }`',
      '- pages on any web server, in the config: `polls: { pages: true }`',
      '- an email address that votes are sent to, without any server: `polls: { mailto: votes@example.com }`',
    ].join('\n'),
  })
}
