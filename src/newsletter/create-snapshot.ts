import type { VFile } from 'vfile'
import { countIssueWords } from '../checks/readers/reading-time.ts'
import type { IssueSnapshot, NewsletterSnapshot } from '../compare/issue-snapshot.ts'
import { createMessageRecords } from '../diagnostics/message-records.ts'
import { sha256 } from '../files/sha256.ts'
import type { RenderedIssue } from './build-issue.ts'
import { checkNewsletter } from './check-newsletter.ts'
import type { RunOptions } from './run-result.ts'

/** One state of a newsletter, with the issues as they were rendered. */
export interface RenderedSnapshot extends NewsletterSnapshot {
  rendered: Map<string, RenderedIssue>
}

/**
 * Renders and checks issues in memory, drafts among them, to compare them with another state.
 * @param only the paths of the issues, relative to the newsletter's folder
 * @returns only the config, with its messages, when it has errors
 * @throws {UsageError} as `checkNewsletter` does
 */
export async function createSnapshot(
  options: Omit<RunOptions, 'files' | 'drafts'>,
  only: ReadonlySet<string>,
): Promise<RenderedSnapshot | { misconfigured: VFile }> {
  const rendered = new Map<string, RenderedIssue>()
  const result = await checkNewsletter(
    { ...options, drafts: true },
    { only, onRendered: (issue) => rendered.set(issue.issueFile.file.path, issue) },
  )
  const [misconfigured] = result.files
  if (result.outcome === 'misconfigured' && misconfigured) return { misconfigured }
  // Only now are all messages on the files: those of one issue can be on another, which has the same slug.
  const issues = [...rendered.values()].map(createIssueSnapshot)
  const paths = new Set(issues.map(({ source }) => source))
  const messages = createMessageRecords(result.files).filter(({ file }) => !paths.has(file))
  return { issues, messages, rendered }
}

function createIssueSnapshot({ issueFile, rendered }: RenderedIssue): IssueSnapshot {
  const { file, matter } = issueFile
  const { email, images = [], links = [], issue } = rendered ?? {}
  return {
    source: file.path,
    slug: matter.slug,
    draft: matter.draft,
    lang: matter.lang,
    subject: email?.subject ?? matter.subject,
    preheader: email?.preheader ?? matter.preheader,
    markdown: String(file),
    html: email?.html ?? '',
    text: email?.text ?? '',
    words: issue ? countIssueWords(issue.tree) : 0,
    images: images
      .map(({ source, bytes }) => ({ source, bytes: bytes.length, sha256: sha256(bytes) }))
      .toSorted((a, b) => (a.source < b.source ? -1 : 1)),
    links,
    messages: createMessageRecords([file]),
  }
}
