import type { Nodes as HastNodes } from 'hast'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { validateBlocks } from '../blocks/validate-blocks.ts'
import { createCheckContext } from '../checks/create-check-context.ts'
import { resolveEnabledChecks } from '../checks/enabled-checks.ts'
import { extractOnlineLinks, type OnlineLink } from '../checks/extract-online-links.ts'
import { checks } from '../checks/index.ts'
import { type CheckCounts, runChecks } from '../checks/run-checks.ts'
import { report } from '../diagnostics/report.ts'
import { extractLinks } from '../html/extract-links.ts'
import { renderHtml } from '../html/render-html.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import { parseIssue } from '../parse/parse-issue.ts'
import { renderText } from '../text/render-text.ts'
import { TemplateError } from '../theme/engine.ts'
import type { Email, ImageCopy, Issue, LinkRecord, Page, PollRecord, SponsorRecord } from '../types.ts'
import { resolveLink } from '../urls/resolve-link.ts'
import { extractPolls } from './extract-polls.ts'
import { extractSponsors } from './extract-sponsors.ts'
import { createRenderContext, type RenderContext, type RenderOptions } from './render-context.ts'
import { renderVotePages } from './render-vote-pages.ts'
import { resolveAddresses } from './resolve-addresses.ts'
import { restoreMessages } from './restore-messages.ts'
import { tagLinks } from './tag-links.ts'
import { createTemplateVariables } from './template-variables.ts'

export type { RenderOptions }

/** One issue, rendered. Complaints ride on `issue.file.messages` and on the templates' files. */
export interface Rendered {
  issue: Issue
  /** The ESP that the email is for. */
  target: string
  email: Email
  images: ImageCopy[]
  links: LinkRecord[]
  polls: PollRecord[]
  sponsors: SponsorRecord[]
  /** The pages that its polls' options lead to. */
  pages: Page[]
  /** What the checks found, on the templates too. */
  counts: CheckCounts
  /** The links that `--online` asks for, with their places. */
  onlineLinks: OnlineLink[]
  /**
   * The HTML with marks that tell where each element comes from (`theme/marks.ts`).
   * @param convert what to make of it while merge tags are still tokens
   */
  toMarked(convert: (marked: string) => string): string
}

/**
 * Renders one issue; touches no disk. Always gives an email, however many mistakes the issue has: whether it may be
 * sent is for its messages to say.
 * @param file the Markdown; its `path` is relative to the newsletter's root, with `/`
 * @throws {Error} when there is no template at all to draw with
 */
export async function render(file: VFile, options: RenderOptions): Promise<Rendered> {
  const parsed = await parseIssue(file, options.settings, options)
  const { issue, tags } = parsed
  const context = createRenderContext(parsed, options)

  resolveAddresses(issue.tree, context)
  validateBlocks(issue.tree, context)
  const tagLink = tagLinks(issue.tree, context)

  const variables = createTemplateVariables(context)
  const { content, html, marked } = await renderHtml(issue, {
    ...context,
    variables,
    tagLink,
    output: 'email',
  })
  const text = drawText(issue, context, variables, tagLink)
  const pages = renderVotePages(issue.tree, context, variables)
  const { matter } = issue
  const email = {
    subject: tags.restore(matter.subject, 'subject'),
    preheader: tags.restore(matter.preheader, 'subject'),
    html: tags.restoreHtml(html),
    text: tags.restore(text, 'plaintext'),
  }
  // A logo that the template does not show needs no copy.
  const images = context.imageStore.copies.filter(({ output }) => html.includes(output))

  const entry = (key: string) => parsed.placeOf([key])
  const subject = createCheckContext({
    ...context,
    ...issue,
    email,
    marked,
    images,
    entry,
    restore: tags.restore,
  })
  const counts = runChecks(subject, resolveEnabledChecks(options.checks ?? checks, options.settings.checks))
  const onlineLinks = extractOnlineLinks(subject)

  restoreMessages([file, ...context.theme.files.values()], tags)
  restoreTree(issue.tree, tags)
  restoreTree(content, tags)
  return {
    issue: { ...issue, matter: restoreDeep(issue.matter, tags) },
    target: options.settings.target,
    email: { ...email, content },
    images,
    links: restoreDeep(extractLinks(html), tags),
    polls: restoreDeep(
      extractPolls(issue.tree, (text) => tags.restore(text, 'words')),
      tags,
    ),
    sponsors: restoreDeep(extractSponsors(context), tags),
    pages: restoreDeep(pages, tags),
    counts,
    onlineLinks,
    toMarked: (convert) => tags.restoreHtml(convert(marked)),
  }
}

function drawText(
  issue: Issue,
  { theme, file, links, tags }: RenderContext,
  variables: Record<string, unknown>,
  tagLink: (url: string) => string,
): string {
  const resolve = (href: string): string => {
    const resolved = resolveLink(href, links)
    return 'url' in resolved ? tagLink(resolved.url) : href
  }
  try {
    return renderText(issue, theme, variables, { resolve, literal: tags.protectLiterals })
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const { fault } = error
    const note = `A plaintext template has a mistake: ${fault.reason} (${fault.file}:${fault.line ?? 1}).`
    report(file, 'Cannot draw the plaintext', { ruleId: 'template-fault', note })
    return ''
  }
}

/** The trees that the API hands out hold what the author wrote. */
function restoreTree(tree: Nodes | HastNodes, tags: TagStore): void {
  visit(tree, (node) => {
    for (const owner of [node, 'properties' in node ? node.properties : {}] as Record<string, unknown>[]) {
      for (const key of ['value', 'url', 'title', 'alt', 'href', 'src']) {
        const text = owner[key]
        if (typeof text === 'string') owner[key] = tags.restore(text)
      }
    }
  })
}

function restoreDeep<Value>(value: Value, tags: TagStore): Value {
  return JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'string' ? tags.restore(item) : item,
  )
}
