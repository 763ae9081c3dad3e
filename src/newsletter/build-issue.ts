import type { VFileMessage } from 'vfile-message'
import { parseSwitches } from '../checks/switches.ts'
import { countMessages, type MessageCounts } from '../diagnostics/count-messages.ts'
import { restoreOwnText } from '../diagnostics/included-files.ts'
import { isBlocking } from '../diagnostics/is-blocking.ts'
import { applyRuleLevels } from '../diagnostics/rule-levels.ts'
import { type WrittenFile, writeFiles } from '../files/write-files.ts'
import type { MarkdownParser } from '../parse/markdown-parser.ts'
import { createOutputFiles } from '../render/create-output-files.ts'
import { type EmailSizes, measureSizes } from '../render/measure-sizes.ts'
import type { CreatedFile } from '../render/output-file.ts'
import type { Output } from '../render/outputs/output.ts'
import type { Rendered, RenderOptions } from '../render/render.ts'
import { renderEmails } from '../render/render-emails.ts'
import { collectTemplateMessages } from './collect-template-messages.ts'
import { type EmailFacts, measureEmail } from './email-facts.ts'
import { guardIssue, guardWriting } from './guard-issue.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'
import { validateSwitches } from './validate-switches.ts'

/** The result of building one issue. */
export interface BuiltIssue {
  /** The Markdown's path, relative to the newsletter's folder. */
  source: string
  slug: string
  subject: string
  date: string | null
  /** Paths are relative to the out folder; empty when the issue was not written. */
  files: WrittenFile[]
  /** In bytes, for the first target; `null` when the issue was not written. */
  sizes: EmailSizes | null
  /** Of the email for the first target; `null` when it could not be rendered. */
  facts: EmailFacts | null
  /** Counts the messages on the issue's file, without those on its template. */
  messages: MessageCounts
  /** Whether no message on its file or on its template blocks it from being sent. */
  passes: boolean
}

export interface IssueContext {
  newsletter: Newsletter
  /** The newsletter's folder, absolute. */
  root: string
  /** The out folder, absolute; without it issues are only checked and nothing is written. */
  out: string | undefined
  /** The keys of the files that this newsletter has written into the out folder; without it, any file is replaced. */
  own?: ReadonlySet<string> | undefined
  /** Issues with warnings are not written either. */
  strict: boolean
  /** The names of all checks, custom ones too. */
  checkNames: readonly string[]
  renderOptions: RenderOptions
  /** The outputs that are written for each issue. */
  outputs: readonly Output[]
  /** `false` skips the web copy. */
  web?: boolean | undefined
  /** Returns the parser of an issue by its path, which a watch has used before; a new one when not given. */
  parserOf?: ((path: string) => MarkdownParser) | undefined
  /** Called when an issue was rendered, or could not be. */
  onRendered?: ((rendered: RenderedIssue) => void) | undefined
  /** Called before an issue's files are written: what is left of its build concerns nothing that issues share. */
  onWriting?: (() => void) | undefined
  /** Called at the end of each issue. */
  onFinished?: ((finished: FinishedIssue) => void) | undefined
}

/** What a cache has to know of an issue's build besides its result. */
export interface FinishedIssue {
  /** Whether nothing threw: what has thrown may succeed the next time, although nothing has changed. */
  isComplete: boolean
  /** The files that were written, in the order of `BuiltIssue.files`; none when the issue was not written. */
  files: readonly CreatedFile[]
}

/** One issue on its way through a build. */
export interface RenderedIssue {
  issueFile: IssueFile
  /** For the first target; `undefined` when it could not be rendered at all. */
  rendered: Rendered | undefined
  /** All files of its outputs, as they are (or would be) written. */
  files: CreatedFile[]
  built: BuiltIssue
  /** The messages on its template. */
  templateMessages: VFileMessage[]
  context: IssueContext
}

/**
 * Builds one issue: renders it, runs its checks, creates the outputs' files and writes them. An error becomes a message
 * on the issue's file and does not stop other issues.
 */
export async function buildIssue(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue> {
  const { file, matter, readable } = issueFile
  const { newsletter, renderOptions, outputs, root, out, own, strict, web, parserOf } = context
  const { settings, themes } = newsletter

  const theme = themes.get(matter.template)
  const { result: issue, found } = await collectTemplateMessages(theme, newsletter, async () =>
    readable
      ? guardIssue(file, settings, () =>
          renderEmails(file, { ...renderOptions, web, ...(parserOf && { parser: parserOf(file.path) }) }),
        )
      : undefined,
  )
  const rendered = issue?.emails[0]
  const templateMessages = [
    ...[...(theme?.files.values() ?? [])].flatMap((path) => newsletter.templateMessages.get(path) ?? []),
    ...[...found.values()].flat(),
  ]
  if (rendered) {
    const { tree } = rendered.issue
    validateSwitches(tree, file, settings)
    applyRuleLevels(file, settings.checks, parseSwitches(tree, String(file)))
  }
  restoreOwnText(file)

  const { errors, warnings } = issue?.counts ?? { errors: 0, warnings: 0 }
  // A finding on a template is reported there once, but counts for every issue with that template.
  const passesChecks = errors === 0 && !(strict && warnings > 0)
  const doesPass = () =>
    passesChecks && ![...file.messages, ...templateMessages].some((message) => isBlocking(message, strict))
  const isWanted = (out !== undefined && doesPass()) || context.onRendered !== undefined
  const files =
    issue && isWanted ? await guardIssue(file, settings, () => createOutputFiles(issue, outputs)) : undefined
  // Computed again: an output may have failed meanwhile.
  const passes = rendered !== undefined && doesPass()

  context.onWriting?.()
  const written =
    files && out !== undefined && passes
      ? await guardWriting(file, { folder: `${out}/${matter.slug}`, root }, () => writeFiles(out, files, own))
      : undefined
  const built = describeBuild(issueFile, { rendered, written, passes })
  const isComplete = (rendered !== undefined || !readable) && (files !== undefined || !isWanted)
  context.onFinished?.({ isComplete, files: (written && files) ?? [] })
  context.onRendered?.({ issueFile, rendered, files: files ?? [], built, templateMessages, context })
  return built
}

/** Describes the result of a build; without `rendered` and `written`, that of an issue that failed. */
export function describeBuild(
  { file, matter }: IssueFile,
  {
    rendered,
    written,
    passes,
  }: { rendered: Rendered | undefined; written: WrittenFile[] | undefined; passes: boolean },
): BuiltIssue {
  return {
    source: file.path,
    slug: matter.slug,
    subject: rendered?.email.subject ?? matter.subject,
    date: matter.date ?? null,
    files: written ?? [],
    sizes: rendered && written ? measureSizes(rendered) : null,
    facts: rendered ? measureEmail(rendered) : null,
    messages: countMessages([file]),
    passes,
  }
}
