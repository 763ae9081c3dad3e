import { VFile } from 'vfile'
import type { CheckCounts } from '../checks/run-checks.ts'
import { parseSwitches } from '../checks/switches.ts'
import { applyRuleLevels } from '../diagnostics/rule-levels.ts'
import { extractLinks } from '../html/extract-links.ts'
import { renderHtml } from '../html/render-html.ts'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { isCallStackOverflow, reportOverflow } from '../parse/limit-nesting.ts'
import type { Settings } from '../settings.ts'
import { applyTemplateLevels } from '../template-rules/template-switches.ts'
import type { Email, ImageCopy, Issue, LinkRecord, Page, PollRecord, SponsorRecord } from '../types.ts'
import { checkEmail } from './check-email.ts'
import { type CalendarFile, extractCalendars } from './extract-calendars.ts'
import { extractPolls } from './extract-polls.ts'
import { extractSponsors } from './extract-sponsors.ts'
import { type PreparedIssue, prepareIssue } from './prepare-issue.ts'
import type { RenderOptions } from './render-context.ts'
import { renderPlaintext } from './render-plaintext.ts'
import { renderVotePages } from './render-vote-pages.ts'
import { reportTagFaults } from './report-tag-faults.ts'
import { restoreDeep, restoreMessages, restoreTree } from './restore-tags.ts'

export type { RenderOptions }

/** A rendered issue. Mistakes are messages on `issue.file` and on the files of its template. */
export interface Rendered {
  issue: Issue
  /** The name of the target that the email is for. */
  target: string
  /** The settings that it was rendered with. */
  settings: Settings
  email: Email
  images: ImageCopy[]
  links: LinkRecord[]
  polls: PollRecord[]
  sponsors: SponsorRecord[]
  /** The vote pages of its polls. */
  pages: Page[]
  /** The calendar files of its events. */
  calendars: CalendarFile[]
  /** How many findings the checks have, including those on templates. */
  counts: CheckCounts
  /**
   * Converts the HTML with source markers (`theme/source-markers.ts`), and restores its merge tags.
   * @param convert receives the HTML with merge tags as tokens
   */
  convertMarked(convert: (marked: string) => string): string
}

/**
 * Renders one issue, without access to the disk. The result is an email even if the issue has mistakes: its messages
 * show whether it can be sent.
 * @param file the Markdown; its `path` is relative to the newsletter's root, with `/`
 * @throws {Error} when there is no template at all to render with
 */
export async function render(file: VFile, options: RenderOptions): Promise<Rendered> {
  try {
    return await renderFile(file, options)
  } catch (error) {
    if (!isCallStackOverflow(error)) throw error
    return renderWithoutBody(file, options)
  }
}

/** Renders an issue whose Markdown overflows the call stack as if it had only its front matter, and reports it. */
async function renderWithoutBody(file: VFile, options: RenderOptions): Promise<Rendered> {
  const value = String(file).slice(0, frontMatterRange(String(file))?.end ?? 0)
  const copy = new VFile({ path: file.path, cwd: file.cwd, value })
  const rendered = await renderFile(copy, { ...options, checks: [] })
  reportOverflow(file)
  return { ...rendered, issue: { ...rendered.issue, file } }
}

async function renderFile(file: VFile, options: RenderOptions): Promise<Rendered> {
  const { settings } = options
  const prepared = await prepareIssue(file, options)
  const { issue, tags, context, variables, tagLink } = prepared
  const { matter, tree } = issue

  const { content, html, marked } = await renderHtml(issue, {
    ...context,
    variables,
    tagLink,
    output: 'email',
  })
  const text = renderPlaintext(prepared)
  const pages = renderVotePages(tree, context, variables)
  const calendars = extractCalendars(tree, context)

  const email = {
    subject: tags.restore(matter.subject, 'subject'),
    preheader: tags.restore(matter.preheader, 'subject'),
    html: tags.restoreHtml(html),
    text: tags.restore(text, 'plaintext'),
  }
  // The template may not show the logo.
  const images = context.imageStore.copies.filter(({ output }) => html.includes(output))
  reportTagFaults(prepared, html, marked)
  const counts = await checkEmail(prepared, { email, marked, images }, options)
  applyRuleLevels(file, settings.checks, parseSwitches(tree, String(file)))
  for (const templateFile of context.theme.files.values()) applyTemplateLevels(templateFile, settings.checks)

  restoreMessages([file, ...context.theme.files.values()], tags)
  restoreTree(tree, tags)
  restoreTree(content, tags)
  return {
    issue: { ...issue, matter: restoreDeep(matter, tags) },
    target: settings.target,
    settings,
    email: { ...email, content },
    images,
    ...restoreDeep({ ...extractRecords(prepared, html), pages }, tags),
    calendars,
    counts,
    convertMarked: (convert) => tags.restoreHtml(convert(marked)),
  }
}

/** Extracts what `issue.json` lists of an email, with merge tags as tokens. */
function extractRecords(
  { issue, tags, context }: PreparedIssue,
  html: string,
): Pick<Rendered, 'links' | 'polls' | 'sponsors'> {
  return {
    links: extractLinks(html),
    polls: extractPolls(issue.tree, (words) => tags.restore(words, 'words')),
    sponsors: extractSponsors(context),
  }
}
