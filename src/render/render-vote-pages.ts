import type { Nodes, Root } from 'mdast'
import { getExtra } from '../blocks/get-extra.ts'
import { poll } from '../blocks/shipped/poll.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import { token } from '../private-use.ts'
import { TemplateError } from '../theme/engine.ts'
import { unmark } from '../theme/source-markers.ts'
import type { Block, BlockItem, Page } from '../types.ts'
import { formatVotePageUrl, formatVotePath, thanksFolder } from '../urls/vote-page.ts'
import type { Vote } from '../urls/vote-pattern.ts'
import { type PollWords, resolvePollWords } from './poll-words.ts'
import type { RenderContext } from './render-context.ts'

/**
 * Renders two pages for each option of a poll with the template's `vote.html`: one with a button that confirms the vote,
 * so that scanners, which open every link of an email, cast no votes, and one that says thanks.
 * @param tree the issue's tree, whose blocks have been validated
 * @param variables the variables of all templates
 */
export function renderVotePages(
  tree: Root,
  context: RenderContext,
  variables: Record<string, unknown>,
): Page[] {
  const pages: Page[] = []
  walkTree<Nodes>(tree, (node) => {
    const block = node.type === 'containerDirective' ? node.data?.block : undefined
    const extra = block && getExtra(block, poll)
    if (!extra) return
    const restore = (text: string) => context.tags.restore(text, 'words')
    const words = resolvePollWords(extra, block.items, restore)
    for (const item of block.items.filter(({ id }) => extra.pages.includes(id)))
      pages.push(...renderPagePair(item, { block, words }, context, variables))
  })
  return pages
}

function renderPagePair(
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
  const thanks = `${formatVotePageUrl(settings.url ?? '', vote)}${thanksFolder}/`
  const view = {
    question,
    answer: answers[item.index - 1] ?? item.id,
    action: endpoint ?? thanks,
    method: endpoint ? 'post' : 'get',
    fields: endpoint ? { issue: vote.issue, poll: vote.poll, option: vote.option, thanks } : {},
  }
  const renderStep = (step: string) =>
    renderPage({ ...variables, vote: { ...view, step }, output: 'web' }, context)
  const folder = formatVotePath(vote)
  return [
    { path: `${folder}/index.html`, html: renderStep('confirm') },
    { path: `${folder}/${thanksFolder}/index.html`, html: renderStep('thanks') },
  ]
}

function renderPage(variables: Record<string, unknown>, { theme, file, tags }: RenderContext): string {
  try {
    // No provider fills in the tags of a page on the web, such as those of the newsletter's name.
    const page = unmark(theme.render('vote.html', variables))
    return page.replace(token, (found) => escapeMarkup(tags.restore(found, 'words')))
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const { diagnostic } = error
    report(file, 'Cannot render the pages of a poll', {
      ruleId: 'template-fault',
      note: `The template has a mistake: ${diagnostic.reason} (${diagnostic.file}:${diagnostic.line ?? 1}).`,
    })
    return ''
  }
}
