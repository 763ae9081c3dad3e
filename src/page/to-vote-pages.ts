import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { thanksFolder, toVotePageUrl, toVotePath } from '../addresses/vote-page.ts'
import type { Vote } from '../addresses/vote-pattern.ts'
import type { Block, BlockItem, Page } from '../issue.ts'
import { complain } from '../messages/complain.ts'
import { TemplateFault } from '../theme/engine.ts'
import { unmark } from '../theme/marks.ts'
import type { RenderContext } from './to-context.ts'
import { toSharedWords } from './to-shared-words.ts'

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
    for (const item of block.items.filter(({ id }) => asked.includes(id)))
      pages.push(...toPair(item, block, context, variables))
  })
  return pages
}

function toPair(
  item: BlockItem,
  block: Block,
  context: RenderContext,
  variables: Record<string, unknown>,
): Page[] {
  const { matter, settings, shield } = context
  const restore = (shielded: string) => shield.restore(shielded, 'words')
  const vote: Vote = {
    issue: matter.slug,
    poll: String(block.attributes.id),
    option: item.id,
    index: item.index,
  }
  const { endpoint } = settings.polls
  const thanks = `${toVotePageUrl(settings.url ?? '', vote)}${thanksFolder}/`
  const view = {
    question: toSharedWords(block.extra.question as string, restore),
    answer: toSharedWords((block.extra.answers as string[])[item.index - 1] ?? '', restore),
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
