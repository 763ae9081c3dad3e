import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { thanksFolder, toVotePageUrl, toVotePath } from '../addresses/vote-page.ts'
import type { Vote } from '../addresses/vote-pattern.ts'
import type { Block, BlockItem, Page } from '../issue.ts'
import { complain } from '../messages/complain.ts'
import { TemplateFault } from '../theme/engine.ts'
import { unmark } from '../theme/marks.ts'
import type { RenderContext } from './to-context.ts'
import { type PollWords, toPollWords } from './to-poll-words.ts'

/**
 * The pages that a poll's options lead to, drawn by the template's `vote.html`: one that asks to confirm the vote, so
 * that a scanner that opens every link of an email votes for nothing, and one that says thanks.
 * @param tree the issue's, whose blocks have been held
 * @param variables what every template sees
 */
export function toVotePages(tree: Root, context: RenderContext, variables: Record<string, unknown>): Page[] {
  const pages: Page[] = []
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' || node.name !== 'poll' || !node.data?.block) return
    const { block } = node.data
    const asked = block.extra.pages as string[]
    const words = toPollWords(block, (shielded) => context.shield.restore(shielded, 'words'))
    for (const item of block.items.filter(({ id }) => asked.includes(id)))
      pages.push(...toPair(item, { block, words }, context, variables))
  })
  return pages
}

function toPair(
  item: BlockItem,
  { block, words: { question, answers } }: { block: Block; words: PollWords },
  context: RenderContext,
  variables: Record<string, unknown>,
): Page[] {
  const { matter, settings } = context
  const vote: Vote = {
    issue: matter.slug,
    poll: String(block.attributes.id),
    option: item.id,
    index: item.index,
  }
  const { endpoint } = settings.polls
  const thanks = `${toVotePageUrl(settings.url ?? '', vote)}${thanksFolder}/`
  const view = {
    question,
    answer: answers[item.index - 1] ?? item.id,
    action: endpoint ?? thanks,
    method: endpoint ? 'post' : 'get',
    fields: endpoint ? { issue: vote.issue, poll: vote.poll, option: vote.option, thanks } : {},
  }
  const draw = (step: string) => drawPage({ ...variables, vote: { ...view, step }, output: 'web' }, context)
  const folder = toVotePath(vote)
  return [
    { path: `${folder}/index.html`, html: draw('confirm') },
    { path: `${folder}/${thanksFolder}/index.html`, html: draw('thanks') },
  ]
}

function drawPage(variables: Record<string, unknown>, { theme, file }: RenderContext): string {
  try {
    return unmark(theme.draw('vote.html', variables))
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    const { fault } = error
    if (!file.messages.some(({ reason }) => reason === cannotDraw))
      complain(file, cannotDraw, {
        ruleId: 'template-fault',
        note: `The template has a mistake: ${fault.reason} (${fault.file}:${fault.line ?? 1}).`,
      })
    return ''
  }
}

const cannotDraw = 'Cannot draw the pages of a poll'
