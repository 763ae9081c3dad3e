import { listNames } from '../../diagnostics/list-names.ts'
import { report } from '../../diagnostics/report.ts'
import { fileNameKey } from '../../polls/file-name.ts'
import { isId } from '../../polls/is-id.ts'
import { plainWords } from '../../polls/plain-words.ts'
import { resolveTarget } from '../../targets/resolve-target.ts'
import { resolveSubscriberTag, withSubscriberId } from '../../targets/subscriber-tag.ts'
import type { Block, Directive } from '../../types.ts'
import { placeholders, unknownPlaceholders, usesSubscriber } from '../../urls/vote-pattern.ts'
import type { BlockContext } from '../block-context.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import { resolveVoteAddress } from '../resolve-vote-address.ts'

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
  const pages: string[] = []
  for (const item of block.items) {
    if (item.url !== null) continue
    const { url, page } = resolveVoteAddress(item, id, pattern, context)
    item.url = url
    if (page) pages.push(item.id)
  }
  const first = block.items.find((item) => item.url === null)
  if (first && block.attributes.url === null) complainOfNowhere(node, context)
  block.extra.mailto = block.items.some((item) => item.url?.startsWith('mailto:'))
  block.extra.pages = pages
  // Taken now, while merge tags are told from what only looks like one.
  block.extra.question = plainWords({ type: 'root', children: block.body })
  block.extra.answers = block.items.map(({ children }) => plainWords({ type: 'root', children }))
}

function holdId(id: string, node: Directive, context: BlockContext, seen: Map<string, Set<string>>): void {
  const used = seen.get('poll') ?? new Set()
  seen.set('poll', used)
  const say = (reason: string, note: string) =>
    report(context.file, reason, {
      ruleId: 'poll-id',
      place: attributePlace(node, 'id', context.source),
      note,
    })
  if (!isId(id))
    say(
      `Unexpected poll id \`${id}\`, expected letters, digits, \`-\` and \`_\``,
      'Votes are counted under it, in addresses and in files: `:::poll{#feedback}`.',
    )
  const name = fileNameKey(id)
  if (used.has(name))
    say(
      `Unexpected second poll \`${id}\` in this issue`,
      'Votes of the two could not be told apart. Give each poll an id of its own: `:::poll{#feedback}`.',
    )
  used.add(name)
}

/** The block's pattern or the config's; a placeholder that is none is an error here, where the author can see it. */
function holdPattern(block: Block, node: Directive, context: BlockContext): string | undefined {
  const own = block.attributes.url
  if (typeof own !== 'string')
    return own === null && node.attributes?.url ? undefined : context.settings.polls.url
  const say = (reason: string, note: string) =>
    report(context.file, reason, {
      ruleId: 'poll-url',
      place: attributePlace(node, 'url', context.source),
      note,
    })
  for (const placeholder of unknownPlaceholders(own))
    say(
      `Unexpected placeholder \`${placeholder}\` in \`url\`, expected ${listNames(placeholders)}`,
      'To tell the subscribers apart by something else, write your provider’s own merge tag.',
    )
  const { target } = context.settings
  if (usesSubscriber(own) && resolveSubscriberTag(resolveTarget(context.settings, target)) === undefined)
    say(`Cannot fill in \`{subscriber}\` for the target \`${target}\``, noSubscriberNote)
  return own
}

/** What to do where a target's tag for the subscriber's id is not known. */
const noSubscriberNote = `A merge tag for the subscriber's id is known of ${listNames(withSubscriberId).replace(' or ', ' and ')}. If your provider has one, write it in its place.`

function complainOfNowhere(node: Directive, { file, source }: BlockContext): void {
  report(file, 'Missing place for the votes of this poll', {
    ruleId: 'poll-target',
    place: openingLine(node, source),
    note: [
      'Say where a vote goes, in one of five ways:',
      '- a link of its own in each option: `- [Loved it](https://…)`',
      '- an address pattern on the block: `:::poll{url="https://example.com/vote?i={issue}&p={poll}&o={option}"}`',
      '- the same pattern for all polls, in the config: `polls: { url: … }`',
      '- pages that any web server can hold, in the config: `polls: { pages: true }`',
      '- an address that votes are mailed to, which needs no server: `polls: { mailto: votes@example.com }`',
    ].join('\n'),
  })
}
