import type { VFile } from 'vfile'
import { checks } from './checks/index.ts'
import { readImage } from './files/read-image.ts'
import { readManifest } from './files/read-manifest.ts'
import { writeOutFolder } from './files/write-out-folder.ts'
import { buildEach, type Progress } from './newsletter/build-each.ts'
import {
  type BuiltIssue,
  buildIssue,
  type IssueContext,
  type RenderedIssue,
} from './newsletter/build-issue.ts'
import type { OnlineOptions } from './newsletter/check-online.ts'
import { createInputFile, inputPath } from './newsletter/input-file.ts'
import type { IssueMemory } from './newsletter/issue-memory.ts'
import { listChecks } from './newsletter/list-checks.ts'
import { type IssueFile, loadNewsletter, type Newsletter } from './newsletter/load-newsletter.ts'
import { type ResolvedPaths, resolveOutFolder, resolvePaths } from './newsletter/resolve-paths.ts'
import {
  createEmptyResult,
  createRunResult,
  type RunOptions,
  type RunResult,
} from './newsletter/run-result.ts'
import { type Selection, selectIssues } from './newsletter/select-issues.ts'
import { updateManifest } from './newsletter/update-manifest.ts'
import { validateSlugs } from './newsletter/validate-slugs.ts'

export type { Progress, RunOptions, RunResult }

export interface BuildOptions extends RunOptions {
  /** Where the emails go; `dist` in the root when not given. */
  out?: string
  /** What earlier builds remember: an issue that nothing has changed for is not drawn again. */
  memory?: IssueMemory
  /** The path of the issue to build before all others, asked for when the building begins. */
  first?(): string | undefined
  /** Drafts that are not built are drawn all the same, and written nowhere. */
  renderDrafts?: boolean
  /** Called when the newsletter was read. */
  onLoaded?(newsletter: Newsletter): void
  /** Called when an issue was drawn, or could not be. */
  onRendered?(drawn: RenderedIssue): void
}

export interface CheckRunOptions extends RunOptions {
  /** The Markdown of an issue that is on no disk; it is called `issues/stdin.md`. Without `files` it is the only one. */
  input?: Uint8Array
  /** Every link is asked for over the network, which happens only with this. */
  online?: OnlineOptions
  /** The web copy is looked into as well; so it is unless this is `false`, for who wants the email alone. */
  web?: boolean
  /** Called when an issue was drawn, or could not be. */
  onRendered?(drawn: RenderedIssue): void
}

export interface BuildResult extends RunResult {
  /** The out folder, absolute. */
  out: string
}

/**
 * Builds a newsletter into its out folder. Prints nothing and ends no process: mistakes come back as messages on files.
 * @throws {UsageError} when the options themselves make no sense: a root or file that is not there, an unknown target
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const places = resolvePaths(options)
  const out = resolveOutFolder(options, places.root)
  const newsletter = await loadNewsletter(places)
  if ('issues' in newsletter) options.onLoaded?.(newsletter)
  if (!hasIssues(newsletter)) return { ...createEmptyResult(newsletter), out }

  const selection = selectIssues(newsletter.issues, places.requested, options.drafts ?? false)
  validateSlugs(selection.chosen, selection.others)
  const previous = await readManifest(out)
  const unwritable = await writeOutFolder(out, places.root)
  const context = toIssueContext(newsletter, places, unwritable ? undefined : out, options)
  const issues = await buildSelected(selection, context, options)
  const manifest = { ...places, out, previous, newsletter, selection }
  const trouble = unwritable ?? (await updateManifest(issues, manifest))
  return { ...createRunResult(newsletter, selection, issues, trouble, options, 'built'), out }
}

/**
 * Holds issues against the checks, and against all that a build complains of. Writes nothing.
 * @throws {UsageError} as `build` does
 */
export async function check(options: CheckRunOptions): Promise<RunResult> {
  const places = resolvePaths(options)
  const input = options.input && createInputFile(options.input, places.root)
  const newsletter = await loadNewsletter({ ...places, input })
  if (!hasIssues(newsletter)) return createEmptyResult(newsletter)

  const named = [...places.requested, ...(input ? [inputPath] : [])]
  // Who names a draft wants to know of it.
  const drafts = options.drafts ?? named.length > 0
  const selection = selectIssues(newsletter.issues, named, drafts)
  // What comes from standard input most likely has a file, too, whose slug is the same.
  const isOnDisk = ({ file }: IssueFile) => file !== input
  validateSlugs(selection.chosen.filter(isOnDisk), selection.others)
  const { onRendered, web } = options
  const context = { ...toIssueContext(newsletter, places, undefined, options), onRendered, web }
  const issues = options.online
    ? await checkAndRequest(selection.chosen, context, options.online, options)
    : await buildEach(selection.chosen, context, options)
  return createRunResult(newsletter, selection, issues, undefined, options, 'passed')
}

/** What speaks to the network is not even loaded without being asked for. */
async function checkAndRequest(
  chosen: IssueFile[],
  context: IssueContext,
  online: OnlineOptions,
  { onProgress, ...options }: CheckRunOptions,
): Promise<BuiltIssue[]> {
  const { checkOnline, createLinkCollector } = await import('./newsletter/check-online.ts')
  const { collector, linksOf } = createLinkCollector()
  const issues = await buildEach(chosen, { ...context, checks: [...context.checks, collector] }, options)
  const { root, strict } = context
  return checkOnline(issues, linksOf, {
    ...online,
    root,
    strict,
    signal: options.signal,
    onProgress: ({ done, total, url }) => onProgress?.({ done: done - 1, total, source: url }),
  })
}

function hasIssues(newsletter: Newsletter | { misconfigured: VFile }): newsletter is Newsletter {
  return 'issues' in newsletter && newsletter.issues.length > 0
}

function toIssueContext(
  newsletter: Newsletter,
  { root }: ResolvedPaths,
  out: string | undefined,
  { strict = false }: RunOptions,
): IssueContext {
  const checkNames = listChecks(newsletter.settings).map((listed) => listed.check.name)
  const { slugs } = newsletter
  return {
    newsletter,
    root,
    out,
    strict,
    checks,
    checkNames,
    readImage: (path) => readImage(root, path),
    readResults: (path) => readImage(root, path),
    slugOf: (path) => slugs.get(path),
  }
}

/** Builds the chosen issues, the one that is wanted first before all others. */
async function buildSelected(
  { chosen, skippedDrafts }: Selection,
  context: IssueContext,
  options: BuildOptions,
): Promise<BuiltIssue[]> {
  const { memory, onRendered, renderDrafts } = options
  const drafts = renderDrafts ? skippedDrafts : []
  const first = options.first?.()
  const order = [...chosen, ...drafts].toSorted(
    (a, b) => Number(b.file.path === first) - Number(a.file.path === first),
  )
  const buildOne = memory?.build ?? buildIssue
  const built = await buildEach(order, { ...context, onRendered }, options, (issueFile, own) =>
    buildOne(issueFile, drafts.includes(issueFile) ? { ...own, out: undefined } : own),
  )
  const bySource = new Map(built.map((issue) => [issue.source, issue]))
  return chosen.flatMap(({ file }) => bySource.get(file.path) ?? [])
}
