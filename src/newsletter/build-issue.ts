import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { ImageRead } from '../addresses/shelf.ts'
import type { Check } from '../checks/check.ts'
import type { ManifestFile } from '../files/manifest.ts'
import { toRelative } from '../files/paths.ts'
import { toDiskProblem } from '../files/to-disk-problem.ts'
import { type EmailSizes, toSizes } from '../files/to-issue-record.ts'
import { writeEmail } from '../files/write-email.ts'
import { complain } from '../messages/complain.ts'
import { countMessages, type MessageCounts } from '../messages/count-messages.ts'
import { type Rendered, render } from '../render.ts'
import { toMail } from '../send/to-mail.ts'
import { holdSwitches } from './hold-switches.ts'
import { isGrave } from './is-grave.ts'
import type { Candidate, Newsletter } from './load-newsletter.ts'

/** What became of one issue. */
export interface BuiltIssue {
  /** The Markdown's path, relative to the newsletter's folder. */
  source: string
  slug: string
  subject: string
  date: string | null
  /** Paths relative to the out folder; none when the issue was not written. */
  files: ManifestFile[]
  /** In bytes; `null` when the issue was not written. */
  sizes: EmailSizes | null
  /** What its own file has; a template's messages are not in it. */
  messages: MessageCounts
  /** Whether nothing that was found, in its file or in its template, keeps it from being sent. */
  sound: boolean
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
  /** The names of all checks, the user's own too. */
  checkNames: readonly string[]
  readImage(path: string): ImageRead
  /** The bytes of a poll's results, by their path. */
  readResults(path: string): ImageRead
  /** The slug of another issue, by its path. */
  slugOf(path: string): string | undefined
  /** Called when an issue was drawn, or could not be. */
  onDrawn?: ((drawn: DrawnIssue) => void) | undefined
}

/** One issue on its way through a build. */
export interface DrawnIssue {
  candidate: Candidate
  /** Nothing when it could not be drawn at all. */
  rendered: Rendered | undefined
  /** The whole message, as `email.eml` is (or would be) written; nothing when it has no sender. */
  eml: Uint8Array | null
  built: BuiltIssue
  /** What is wrong with its template. */
  flaws: VFileMessage[]
  context: IssueContext
}

/**
 * Builds one issue: render, judge, write. Whatever goes wrong becomes a message on its file and stops no other.
 */
export async function buildIssue(candidate: Candidate, context: IssueContext): Promise<BuiltIssue> {
  const { file, matter } = candidate
  const { themes, templateFlaws } = context.newsletter
  const templates = [...new Set(themes.get(matter.template)?.files.values())]
  const marks = templates.map(({ messages }) => messages.length)
  const rendered = candidate.readable ? await renderGuarded(file, context) : undefined
  const flaws = templates.flatMap((template, index) => [
    ...(templateFlaws.get(template) ?? []),
    ...template.messages.slice(marks[index]),
  ])
  if (rendered) holdSwitches(rendered.issue.tree, file, context.checkNames)
  const { errors, warnings } = rendered?.verdict ?? { errors: 0, warnings: 0 }
  // A finding on a template is a message there once, but counts for every issue that has it.
  const held = errors === 0 && !(context.strict && warnings > 0)
  const sound = held && ![...file.messages, ...flaws].some((message) => isGrave(message, context.strict))
  const out = sound ? context.out : undefined
  const eml = rendered && (out || context.onDrawn) ? await drawEml(rendered, context) : null
  const files = rendered && out ? await writeGuarded({ ...context, rendered, eml, file, out }) : undefined
  const built: BuiltIssue = {
    source: file.path,
    slug: matter.slug,
    subject: rendered?.email.subject ?? matter.subject,
    date: matter.date ?? null,
    files: files ?? [],
    sizes: rendered && files ? toSizes(rendered) : null,
    messages: countMessages([file]),
    sound: sound && rendered !== undefined,
  }
  context.onDrawn?.({ candidate, rendered, eml, built, flaws, context })
  return built
}

async function renderGuarded(
  file: VFile,
  { newsletter, checks, readImage, readResults, slugOf }: IssueContext,
): Promise<Rendered | undefined> {
  const { settings, themes } = newsletter
  try {
    return await render(file, { settings, themes, readImage, readResults, slugOf, checks })
  } catch (error) {
    // A plugin of the user's may throw a message that is on the file already.
    if (file.messages.includes(error as VFileMessage)) return undefined
    if (isTooDeep(error)) {
      complain(file, 'Cannot build this issue: its quotes, lists or HTML are nested too deep', {
        ruleId: 'nesting-depth',
      })
      return undefined
    }
    const { remarkPlugins, rehypePlugins } = settings.markdown
    const plugins = remarkPlugins.length + rehypePlugins.length > 0
    complain(file, `Cannot build this issue: ${error instanceof Error ? error.message : String(error)}`, {
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

/** What composes messages is loaded with the first that is. */
async function drawEml(rendered: Rendered, { newsletter }: IssueContext): Promise<Uint8Array | null> {
  const mail = toMail(rendered, newsletter.settings)
  if (!mail) return null
  const { toEml } = await import('../send/to-eml.ts')
  return toEml(mail)
}

interface Writing extends Pick<IssueContext, 'newsletter' | 'root'> {
  rendered: Rendered
  eml: Uint8Array | null
  file: VFile
  out: string
}

async function writeGuarded(writing: Writing): Promise<ManifestFile[] | undefined> {
  const { rendered, eml, file, newsletter, root, out } = writing
  try {
    return await writeEmail(out, rendered, newsletter.settings, eml)
  } catch (error) {
    const { why, note } = toDiskProblem(error)
    const path = (error as NodeJS.ErrnoException).path ?? `${out}/${rendered.issue.matter.slug}`
    const reason = `Cannot write \`${toRelative(root, path)}\`: ${why}`
    complain(file, reason, { ruleId: 'file-unwritable', note })
    return undefined
  }
}
