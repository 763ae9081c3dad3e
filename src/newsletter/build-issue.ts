import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { ManifestFile } from '../files/manifest.ts'
import { toRelative } from '../files/paths.ts'
import { readImage } from '../files/read-image.ts'
import { toDiskProblem } from '../files/to-disk-problem.ts'
import { type EmailSizes, toSizes } from '../files/to-issue-record.ts'
import { writeEmail } from '../files/write-email.ts'
import { complain } from '../messages/complain.ts'
import { countMessages, type MessageCounts } from '../messages/count-messages.ts'
import { type Rendered, render } from '../render.ts'
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
  messages: MessageCounts
}

export interface IssueContext {
  newsletter: Newsletter
  /** The newsletter's folder and the out folder, absolute. */
  root: string
  out: string
  /** Issues with warnings are not written either. */
  strict: boolean
  /** Nothing is written; the issues are only held against their mistakes. */
  readOnly: boolean
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
  const sound = ![...file.messages, ...flaws].some((message) => isGrave(message, context.strict))
  const files =
    rendered && sound && !context.readOnly ? await writeGuarded(rendered, file, context) : undefined
  return {
    source: file.path,
    slug: matter.slug,
    subject: rendered?.email.subject ?? matter.subject,
    date: matter.date ?? null,
    files: files ?? [],
    sizes: rendered && files ? toSizes(rendered) : null,
    messages: countMessages([file]),
  }
}

function isGrave(message: VFileMessage, strict: boolean): boolean {
  return message.fatal === true || (strict && message.fatal === false)
}

async function renderGuarded(file: VFile, { newsletter, root }: IssueContext): Promise<Rendered | undefined> {
  const { settings, themes, slugs } = newsletter
  try {
    return await render(file, {
      settings,
      themes,
      readImage: (path) => readImage(root, path),
      slugOf: (path) => slugs.get(path),
    })
  } catch (error) {
    // A plugin of the user's may throw a message that is on the file already.
    if (file.messages.includes(error as VFileMessage)) return undefined
    if (isTooDeep(error)) {
      complain(file, 'Cannot build this issue: its quotes, lists or HTML are nested too deep', {
        ruleId: 'nesting-depth',
      })
      return undefined
    }
    const plugins = settings.markdown.remarkPlugins.length + settings.markdown.rehypePlugins.length > 0
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

async function writeGuarded(
  rendered: Rendered,
  file: VFile,
  context: IssueContext,
): Promise<ManifestFile[] | undefined> {
  try {
    return await writeEmail(context.out, rendered, context.newsletter.settings)
  } catch (error) {
    const { why, note } = toDiskProblem(error)
    const path = (error as NodeJS.ErrnoException).path ?? `${context.out}/${rendered.issue.matter.slug}`
    const reason = `Cannot write \`${toRelative(context.root, path)}\`: ${why}`
    complain(file, reason, { ruleId: 'file-unwritable', note })
    return undefined
  }
}
