import type { VFile } from 'vfile'
import type { RunResult } from '../build.ts'
import { createMessageRecords } from '../diagnostics/message-records.ts'
import { sha256 } from '../files/sha256.ts'
import type { RenderedIssue } from '../newsletter/build-issue.ts'
import type { Newsletter } from '../newsletter/load-newsletter.ts'
import { formatCodeFrame } from '../report/format-code-frame.ts'
import { splitSourceLines } from '../report/source-lines.ts'
import { findChangedLine } from './find-changed-line.ts'
import type { PreviewEmail, PreviewIssue, PreviewState } from './preview-state.ts'
import { locateElements } from './view/locate-elements.ts'

/** What the preview shows, kept from build to build: a broken issue's last good email outlives its mistakes. */
export interface PreviewStore {
  /** Takes the newsletter as it was read: issues that are gone from it are gone from the preview. */
  open(newsletter: Newsletter): void
  /** Takes an issue that was rendered, or could not be. */
  note(issue: RenderedIssue): void
  /** Takes the end of a build, with all that was found. */
  close(result: Pick<RunResult, 'files'>): void
  /** Takes the beginning of one. */
  begin(): void
  toState(): PreviewState
  /** The text of a file of the newsletter, by its path; nothing for any other. */
  readSource(path: string): string | undefined
}

/** A book without a page. */
export function createPreviewStore(): PreviewStore {
  const issues = new Map<string, PreviewIssue>()
  const sources = new Map<string, string>()
  const state: PreviewState = { newsletter: '', issues: [], messages: [], building: false }

  function keepSources(files: Iterable<VFile>): void {
    // What ships with Issuepress lies elsewhere, and nobody can open it.
    for (const file of files) if (!file.path.startsWith('issuepress/')) sources.set(file.path, String(file))
  }

  return {
    open(newsletter) {
      state.newsletter = newsletter.settings.name
      const paths = new Set(newsletter.issues.map(({ file }) => file.path))
      for (const source of issues.keys()) if (!paths.has(source)) issues.delete(source)
      sources.clear()
      keepSources([...newsletter.files, ...newsletter.issues.map(({ file }) => file)])
    },
    note(issue) {
      const { source } = issue.built
      issues.set(source, toPreviewIssue(issue, issues.get(source)))
    },
    begin() {
      state.building = true
    },
    close({ files }) {
      keepSources(files)
      state.building = false
      state.messages = toMessages(files)
    },
    toState: () => ({ ...state, issues: [...issues.values()].sort(byAge) }),
    readSource: (path) => sources.get(path),
  }
}

/** As many of a file's messages as the page shows get their lines; to a file with thousands the rest would be much. */
const framed = 100

function toMessages(files: VFile[]): PreviewState['messages'] {
  const lines = new Map(files.map((file) => [file.path, splitSourceLines(String(file))]))
  const counts = new Map<string, number>()
  const plain = (text: string) => text
  return createMessageRecords(files).map((record) => {
    const count = (counts.get(record.file) ?? 0) + 1
    counts.set(record.file, count)
    const own = count > framed ? [] : (lines.get(record.file) ?? [])
    const frame = formatCodeFrame(own, record, { width: 52, dim: plain, paint: plain })
    return { ...record, frame: frame.join('\n') }
  })
}

/** The newest first; those without a date go by their names. */
function byAge(one: PreviewIssue, other: PreviewIssue): number {
  const toAge = ({ email, source }: PreviewIssue) => `${email?.date ?? ''} ${source}`
  return toAge(one) < toAge(other) ? 1 : -1
}

function toPreviewIssue(issue: RenderedIssue, before: PreviewIssue | undefined): PreviewIssue {
  const { issueFile, built } = issue
  const email = isBroken(issue) ? undefined : toPreviewEmail(issue)
  const last = before?.email
  const changedLine = email && last ? findChangedLine(last.markdown, email.markdown) : null
  return {
    source: built.source,
    slug: built.slug,
    draft: issueFile.matter.draft,
    state: email ? toStateWord(issue) : 'broken',
    // What is new and broken is shown as far as it could be rendered.
    email: email ?? last ?? toPreviewEmail(issue) ?? null,
    changedLine,
  }
}

/** Mistakes that keep an issue from being rendered as it is meant: all errors but what the checks find in a rendered email. */
function isBroken({ issueFile, rendered, templateMessages, context }: RenderedIssue): boolean {
  const isFault = ({
    fatal,
    ruleId,
  }: {
    fatal?: boolean | undefined | null
    ruleId?: string | undefined | null
  }) => fatal === true && !context.checkNames.includes(ruleId ?? '')
  return !rendered || [...issueFile.file.messages, ...templateMessages].some(isFault)
}

function toStateWord({ built, issueFile, templateMessages }: RenderedIssue): PreviewIssue['state'] {
  if (!built.passes) return 'errors'
  const hasWarnings = [...issueFile.file.messages, ...templateMessages].some(({ fatal }) => fatal === false)
  return hasWarnings ? 'warnings' : 'ready'
}

function toPreviewEmail({ issueFile, rendered, files, context }: RenderedIssue): PreviewEmail | undefined {
  if (!rendered) return undefined
  const { email, issue, images, target } = rendered
  const { matter } = issue
  const theme = context.newsletter.themes.get(matter.template)
  const { file } = issueFile
  const located = rendered.convertMarked((marked) => locateElements(marked, file, theme?.files ?? new Map()))
  const { subject, preheader, from = null, date = null, lang, dir } = matter
  return {
    version: sha256(
      Buffer.from(JSON.stringify([located, email.text, images.map(({ bytes }) => sha256(bytes))])),
    ).slice(0, 16),
    subject,
    preheader,
    from,
    date,
    lang,
    dir,
    located,
    files: files.filter((each) => each.target === undefined || each.target === target),
    markdown: String(issueFile.file),
  }
}
