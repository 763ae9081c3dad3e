import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { RunResult } from '../build.ts'
import { createMessageRecords } from '../diagnostics/message-records.ts'
import { sha256 } from '../files/sha256.ts'
import type { RenderedIssue } from '../newsletter/build-issue.ts'
import type { Newsletter } from '../newsletter/load-newsletter.ts'
import type { RestoredIssue } from '../newsletter/restored-issues.ts'
import type { Rendered } from '../render/render.ts'
import { formatCodeFrame } from '../report/format-code-frame.ts'
import { splitSourceLines } from '../report/source-lines.ts'
import { fillTags } from '../send/fill-tags.ts'
import { createSampleValues } from '../send/sample-values.ts'
import type { Settings } from '../settings.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { resolveIssueUrl } from '../urls/resolve-link.ts'
import { createOnce } from './create-once.ts'
import type { PreviewEmail, PreviewIssue, PreviewState } from './preview-state.ts'
import { locateElements } from './view/locate-elements.ts'

/** Collects the preview's state from build to build. A broken issue keeps its last good email. */
export interface PreviewStore {
  /** Sets the loaded newsletter, and removes issues that are no longer in it. */
  setNewsletter(newsletter: Newsletter): void
  /** Adds or replaces an issue, rendered or not. */
  setIssue(issue: RenderedIssue): void
  /** Adds or replaces an issue that was restored from the cache, without its email. */
  setRestored(issue: RestoredIssue): void
  /** Marks the end of a build, and sets its messages. */
  finishBuild(result: Pick<RunResult, 'files'>): void
  /** Marks the start of a build. */
  startBuild(): void
  getState(): PreviewState
  /** The text of a file of the newsletter, by its path; `undefined` for others. */
  readSource(path: string): string | undefined
}

/** Creates an empty store. */
export function createPreviewStore(): PreviewStore {
  const issues = new Map<string, PreviewIssue>()
  const sources = new Map<string, string>()
  const state: PreviewState = {
    newsletter: '',
    testAddresses: [],
    issues: [],
    messages: [],
    building: false,
  }

  function addSources(files: Iterable<VFile>): void {
    // Files shipped with Issuepress cannot be opened.
    for (const file of files) if (!file.path.startsWith('issuepress/')) sources.set(file.path, String(file))
  }

  return {
    setNewsletter(newsletter) {
      state.newsletter = newsletter.settings.name
      state.testAddresses = newsletter.settings.test ?? []
      const paths = new Set(newsletter.issues.map(({ file }) => file.path))
      for (const source of issues.keys()) if (!paths.has(source)) issues.delete(source)
      sources.clear()
      addSources([...newsletter.files, ...newsletter.issues.map(({ file }) => file)])
    },
    setIssue(issue) {
      const { source } = issue.built
      issues.set(source, createPreviewIssue(issue, issues.get(source)))
    },
    setRestored(issue) {
      const { source, subject, date } = issue.built
      const email = { email: null, restored: { subject, date }, changedLine: null }
      issues.set(source, { ...describeIssue(issue, issue.built.facts !== null), ...email })
    },
    startBuild() {
      state.building = true
    },
    finishBuild({ files }) {
      addSources(files)
      state.building = false
      state.messages = createPreviewMessages(files)
    },
    getState: () => ({ ...state, issues: sortByAge(issues.values()) }),
    readSource: (path) => sources.get(path),
  }
}

/** The number of messages per file that get a code frame; a page shows no more. */
const maxFrames = 100

function createPreviewMessages(files: VFile[]): PreviewState['messages'] {
  const lines = new Map(files.map((file) => [file.path, splitSourceLines(String(file))]))
  const counts = new Map<string, number>()
  const plain = (text: string) => text
  return createMessageRecords(files).map((record) => {
    const count = (counts.get(record.file) ?? 0) + 1
    counts.set(record.file, count)
    const sourceLines = count > maxFrames ? [] : (lines.get(record.file) ?? [])
    const frame = formatCodeFrame(sourceLines, record, { width: 52, dim: plain, paint: plain })
    return { ...record, frame: frame.join('\n') }
  })
}

/** Sorts issues, the newest first; those without a date are sorted by name. */
function sortByAge(issues: Iterable<PreviewIssue>): PreviewIssue[] {
  const keyed = [...issues].map((issue) => {
    const { email, restored, source } = issue
    return { issue, key: `${(email ?? restored)?.date ?? ''} ${source}` }
  })
  return keyed.sort((one, other) => (one.key < other.key ? 1 : -1)).map(({ issue }) => issue)
}

function createPreviewIssue(issue: RenderedIssue, before: PreviewIssue | undefined): PreviewIssue {
  const email = isBroken(issue, issue.rendered !== undefined) ? undefined : createPreviewEmail(issue)
  const last = before?.email
  const changedLine = email && last ? findChangedLine(last.markdown, email.markdown) : null
  return {
    ...describeIssue(issue, email !== undefined),
    restored: null,
    // A new broken issue is shown as far as it could be rendered.
    email: email ?? last ?? createPreviewEmail(issue) ?? null,
    changedLine,
  }
}

/** Describes an issue without its email. */
function describeIssue(issue: RestoredIssue, hasEmail: boolean) {
  const { source, slug } = issue.built
  const state = isBroken(issue, hasEmail) ? 'broken' : resolveState(issue)
  return { source, slug, draft: issue.issueFile.matter.draft, state } as const
}

/** Whether errors keep an issue from being rendered as intended: all errors except those of checks. */
function isBroken({ issueFile, templateMessages, context }: RestoredIssue, isRendered: boolean): boolean {
  const isBreaking = ({ fatal, ruleId }: VFileMessage) =>
    fatal === true && !context.checkNames.includes(ruleId ?? '')
  return !isRendered || [...issueFile.file.messages, ...templateMessages].some(isBreaking)
}

function resolveState({ built, issueFile, templateMessages }: RestoredIssue): PreviewIssue['state'] {
  if (!built.passes) return 'errors'
  const hasWarnings = [...issueFile.file.messages, ...templateMessages].some(({ fatal }) => fatal === false)
  return hasWarnings ? 'warnings' : 'ready'
}

function createPreviewEmail({
  issueFile,
  rendered,
  files,
  context,
}: RenderedIssue): PreviewEmail | undefined {
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
    readSample: createOnce(() => createSample(located, rendered, context.newsletter.settings)),
    target,
    files,
    markdown: String(issueFile.file),
  }
}

/** Replaces merge tags by the values that a test send has. */
function createSample(
  located: string,
  { issue, email, settings: own }: Rendered,
  { name, postalAddress, url }: Settings,
): ReturnType<PreviewEmail['readSample']> {
  const { date, slug } = issue.matter
  const values = createSampleValues({
    recipient: 'ada@example.com',
    newsletter: name,
    postalAddress,
    webUrl: url === undefined ? undefined : resolveIssueUrl(url, slug),
    subject: email.subject,
    // The same email has the same values.
    now: Date.parse(date ?? '') || 0,
    data: {},
  })
  const target = resolveTarget(own, own.target)
  const fill = (text: string) => fillTags(text, target, values).text
  return { located: fill(located), text: fill(email.text) }
}

/** Finds the first line of the newer text, counted from 1, that differs; `null` when the texts are equal. */
function findChangedLine(older: string, newer: string): number | null {
  if (older === newer) return null
  const before = older.split(/\r?\n/)
  const after = newer.split(/\r?\n/)
  const index = after.findIndex((line, number) => line !== before[number])
  return index === -1 ? after.length : index + 1
}
