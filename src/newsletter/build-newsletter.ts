import { listOwnFiles } from '../files/find-foreign-file.ts'
import type { Output } from '../render/outputs/output.ts'
import { buildAll } from './build-all.ts'
import { buildEach } from './build-each.ts'
import { type BuiltIssue, buildIssue, type IssueContext, type RenderedIssue } from './build-issue.ts'
import { claimOutFolder } from './claim-out-folder.ts'
import { createIssueContext } from './create-issue-context.ts'
import { type CacheOptions, createIssueCache } from './issue-cache.ts'
import type { IssueMemory } from './issue-memory.ts'
import type { LoadMemory } from './load-memory.ts'
import { type IssueFile, loadNewsletter, type Newsletter } from './load-newsletter.ts'
import { resolveOutFolder, resolvePaths } from './resolve-paths.ts'
import {
  createEmptyResult,
  createRunResult,
  hasIssues,
  type RunOptions,
  type RunResult,
} from './run-result.ts'
import { type Selection, selectIssues } from './select-issues.ts'
import { updateManifest } from './update-manifest.ts'
import { validateSlugs } from './validate-slugs.ts'

export interface BuildOptions extends RunOptions {
  /** The folder that the emails are written to; `dist` in the root by default. */
  out?: string
  /** Replaces files in the out folder that this newsletter has not written, its manifest too. */
  force?: boolean
}

export interface BuildResult extends RunResult {
  /** The out folder, absolute. */
  out: string
}

/** What a command adds to a build. */
export interface BuildHooks {
  /** Restores issues that have not changed since a build by an earlier process, and is then pruned. */
  cache?: CacheOptions | undefined
  /** Restores issues that have not changed since an earlier build, instead of rendering them again. */
  memory?: Pick<IssueMemory, 'build'> | undefined
  /** Reuses what the last build created from files that have not changed. */
  loadMemory?: LoadMemory | undefined
  /** The paths of issues, relative to the newsletter's folder: of those requested, no other is built. */
  only?: ReadonlySet<string> | undefined
  /** Drafts that are not built are rendered without being written. */
  renderDrafts?: boolean
  /** The outputs that are written for each issue; the shipped ones by default. */
  outputs?: readonly Output[]
  /** Returns the path of the issue to build before all others; called once, before the first is built. */
  first?(): string | undefined
  /** The paths of issues that are built before those that have not changed. */
  changed?: ReadonlySet<string>
  /** Called when the newsletter was loaded without errors in its config. */
  onLoaded?(newsletter: Newsletter): void
  /** Called when an issue was rendered, or could not be. */
  onRendered?(rendered: RenderedIssue): void
}

/**
 * Builds a newsletter into its out folder. It prints nothing and exits no process: errors in the newsletter are messages
 * on the result's files.
 * @throws {UsageError} when an option is wrong: the root or a file does not exist, a target is unknown
 */
export async function buildNewsletter(options: BuildOptions, hooks: BuildHooks = {}): Promise<BuildResult> {
  const paths = resolvePaths(options)
  const { root } = paths
  const out = resolveOutFolder(options, root)
  const newsletter = await loadNewsletter(paths, hooks.loadMemory)
  if ('issues' in newsletter) hooks.onLoaded?.(newsletter)
  if (!hasIssues(newsletter)) return { ...createEmptyResult(newsletter), out }

  const selection = selectIssues(newsletter.issues, paths.requested, options.drafts ?? false, hooks.only)
  validateSlugs(selection.chosen, selection.others)
  const force = options.force ?? false
  const folder = await claimOutFolder(newsletter, { root, out, force })
  const isClaimed = !('refused' in folder)
  const { outputs, onRendered, loadMemory } = hooks
  const context: IssueContext = {
    ...createIssueContext(newsletter, { root, out: isClaimed ? out : undefined, strict: options.strict }),
    own: isClaimed && !force ? listOwnFiles(folder.previous) : undefined,
    ...(outputs && { outputs }),
    parserOf: loadMemory && ((path) => loadMemory.parserOf(path, newsletter.settings)),
    onRendered,
  }
  const { cache: cacheOptions, only: _, ...others } = hooks
  const cache = cacheOptions && createIssueCache(cacheOptions, root)
  const hasHooks = Object.values(others).some((hook) => hook !== undefined)
  const issues = hasHooks
    ? await buildSelected(selection, context, options, { ...hooks, memory: hooks.memory ?? cache })
    : await buildAll(selection.chosen, context, { ...options, paths, cache })
  if (paths.requested.length === 0 && !options.signal?.aborted) cache?.prune(context)
  const outFile = isClaimed
    ? ((await updateManifest(issues, { ...paths, out, folder, newsletter, selection })) ?? folder.unclear)
    : folder.refused
  return { ...createRunResult(newsletter, selection, issues, outFile, options, 'built'), out }
}

/** Builds the chosen issues, beginning with the one that `first` names and those that have changed. */
async function buildSelected(
  { chosen, skippedDrafts }: Selection,
  context: IssueContext,
  options: BuildOptions,
  { memory, renderDrafts, first, changed }: BuildHooks,
): Promise<BuiltIssue[]> {
  const drafts = renderDrafts ? skippedDrafts : []
  const wanted = first?.()
  const rank = ({ file }: IssueFile) => (file.path === wanted ? 2 : changed?.has(file.path) ? 1 : 0)
  const order = [...chosen, ...drafts].toSorted((a, b) => rank(b) - rank(a))
  const buildOne = memory?.build ?? buildIssue
  const built = await buildEach(order, context, options, (issueFile, shared) =>
    buildOne(issueFile, drafts.includes(issueFile) ? { ...shared, out: undefined } : shared),
  )
  const bySource = new Map(built.map((issue) => [issue.source, issue]))
  return chosen.flatMap(({ file }) => bySource.get(file.path) ?? [])
}
