import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Check } from '../checks/check.ts'
import { countMessages, type MessageCounts } from '../diagnostics/count-messages.ts'
import { isBlocking } from '../diagnostics/is-blocking.ts'
import { report } from '../diagnostics/report.ts'
import { type EmailSizes, measureSizes } from '../files/create-issue-record.ts'
import { explainDiskError } from '../files/explain-disk-error.ts'
import type { ManifestFile } from '../files/manifest.ts'
import { toRelative } from '../files/paths.ts'
import type { ImageRead } from '../images/image-store.ts'
import type { Rendered } from '../render/render.ts'
import { createMail } from '../send/create-mail.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'
import { type RenderedEmails, renderTargets } from './render-targets.ts'
import { validateSwitches } from './validate-switches.ts'
import { writeTargets } from './write-targets.ts'

/** What became of one issue. */
export interface BuiltIssue {
  /** The Markdown's path, relative to the newsletter's folder. */
  source: string
  slug: string
  subject: string
  date: string | null
  /** Paths relative to the out folder; none when the issue was not written. */
  files: ManifestFile[]
  /** In bytes, for the first target; `null` when the issue was not written. */
  sizes: EmailSizes | null
  /** What its own file has; a template's messages are not in it. */
  messages: MessageCounts
  /** Whether nothing that was found, in its file or in its template, keeps it from being sent. */
  passes: boolean
}

export interface IssueContext {
  newsletter: Newsletter
  /** The newsletter's folder, absolute. */
  root: string
  /** The out folder, absolute; without it nothing is written, and the issues are only held against their mistakes. */
  out: string | undefined
  /** Issues with warnings are not written either. */
  strict: boolean
  /** What the issues are held against. */
  checks: readonly Check[]
  /** The names of all checks, the custom ones too. */
  checkNames: readonly string[]
  readImage(path: string): ImageRead
  /** The bytes of a poll's results, by their path. */
  readResults(path: string): ImageRead
  /** The slug of another issue, by its path. */
  slugOf(path: string): string | undefined
  /** `false` when nobody wants the web copy. */
  web?: boolean | undefined
  /** Called when an issue was drawn, or could not be. */
  onRendered?: ((drawn: RenderedIssue) => void) | undefined
}

/** One issue on its way through a build. */
export interface RenderedIssue {
  issueFile: IssueFile
  /** For the first target; nothing when it could not be drawn at all. */
  rendered: Rendered | undefined
  /** The whole message, as `email.eml` is (or would be) written; nothing when it has no sender. */
  eml: Uint8Array | null
  built: BuiltIssue
  /** What is wrong with its template. */
  templateMessages: VFileMessage[]
  context: IssueContext
}

/**
 * Builds one issue: render, judge, write. Whatever goes wrong becomes a message on its file and stops no other.
 */
export async function buildIssue(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue> {
  const { file, matter } = issueFile
  const { themes, templateMessages: earlier } = context.newsletter
  const templates = [...new Set(themes.get(matter.template)?.files.values())]
  const counted = templates.map(({ messages }) => messages.length)
  const drawn = issueFile.readable ? await renderGuarded(file, context) : undefined
  const rendered = drawn?.emails[0]
  const templateMessages = templates.flatMap((template, index) => [
    ...(earlier.get(template) ?? []),
    ...template.messages.slice(counted[index]),
  ])
  if (rendered) validateSwitches(rendered.issue.tree, file, context.checkNames)
  const { errors, warnings } = drawn?.counts ?? { errors: 0, warnings: 0 }
  // A finding on a template is a message there once, but counts for every issue that has it.
  const passesChecks = errors === 0 && !(context.strict && warnings > 0)
  const passes =
    passesChecks &&
    ![...file.messages, ...templateMessages].some((message) => isBlocking(message, context.strict))
  const out = passes ? context.out : undefined
  const emls = drawn && (out || context.onRendered) ? await composeEmls(drawn, context) : []
  const files = drawn && out ? await writeGuarded({ ...context, drawn, emls, file, out }) : undefined
  const built: BuiltIssue = {
    source: file.path,
    slug: matter.slug,
    subject: rendered?.email.subject ?? matter.subject,
    date: matter.date ?? null,
    files: files ?? [],
    sizes: rendered && files ? measureSizes(rendered) : null,
    messages: countMessages([file]),
    passes: passes && rendered !== undefined,
  }
  context.onRendered?.({ issueFile, rendered, eml: emls[0] ?? null, built, templateMessages, context })
  return built
}

async function renderGuarded(file: VFile, context: IssueContext): Promise<RenderedEmails | undefined> {
  try {
    return await renderTargets(file, context)
  } catch (error) {
    // A plugin of the user's may throw a message that is on the file already.
    if (file.messages.includes(error as VFileMessage)) return undefined
    if (isTooDeep(error)) {
      report(file, 'Cannot build this issue: its quotes, lists or HTML are nested too deep', {
        ruleId: 'nesting-depth',
      })
      return undefined
    }
    const { remarkPlugins, rehypePlugins } = context.newsletter.settings.markdown
    const plugins = remarkPlugins.length + rehypePlugins.length > 0
    report(file, `Cannot build this issue: ${error instanceof Error ? error.message : String(error)}`, {
      ruleId: 'internal-error',
      note: plugins
        ? 'This is a fault of issuepress or of a plugin in the config. If it stays without the plugins, please report it.'
        : 'This is a fault of issuepress; please report it, with the issue that it happens with.',
    })
    return undefined
  }
}

/** Parsers and printers go as deep as their input does; thousands of levels are more than a stack holds. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}

/** The whole message for each target; what composes them is loaded with the first that is. */
async function composeEmls(
  { emails }: RenderedEmails,
  { newsletter }: IssueContext,
): Promise<(Uint8Array | null)[]> {
  const mails = emails.map((rendered) => createMail(rendered, newsletter.settings))
  if (mails.every((mail) => mail === undefined)) return mails.map(() => null)
  const { createEml } = await import('../send/create-eml.ts')
  return Promise.all(mails.map((mail) => (mail ? createEml(mail) : null)))
}

interface Writing extends Pick<IssueContext, 'newsletter' | 'root'> {
  drawn: RenderedEmails
  emls: (Uint8Array | null)[]
  file: VFile
  out: string
}

async function writeGuarded(writing: Writing): Promise<ManifestFile[] | undefined> {
  const { drawn, emls, file, newsletter, root, out } = writing
  try {
    return await writeTargets(out, { ...drawn, emls }, newsletter.settings)
  } catch (error) {
    const { why, note } = explainDiskError(error)
    const path = (error as NodeJS.ErrnoException).path ?? `${out}/${drawn.emails[0].issue.matter.slug}`
    const reason = `Cannot write \`${toRelative(root, path)}\`: ${why}`
    report(file, reason, { ruleId: 'file-unwritable', note })
    return undefined
  }
}
