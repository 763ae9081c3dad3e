import { readManifest } from '../files/read-manifest.ts'
import { writeOutFolder } from '../files/write-out-folder.ts'
import type { Output } from '../render/outputs/output.ts'
import { buildEach } from './build-each.ts'
import { type BuiltIssue, buildIssue, type IssueContext, type RenderedIssue } from './build-issue.ts'
import { createIssueContext } from './create-issue-context.ts'
import type { IssueMemory } from './issue-memory.ts'
import { loadNewsletter, type Newsletter } from './load-newsletter.ts'
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
  /** Where the emails go; `dist` in the root when not given. */
  out?: string
}

export interface BuildResult extends RunResult {
  /** The out folder, absolute. */
  out: string
}

/** How a watch takes part in a build. */
export interface BuildHooks {
  /** What earlier builds remember: an issue that nothing has changed for is not rendered again. */
  memory?: IssueMemory
  /** Drafts that are not built are rendered all the same, and written nowhere. */
  renderDrafts?: boolean
  /** What is written of each issue; the shipped outputs when not given. */
  outputs?: readonly Output[]
  /** The path of the issue to build before all others, called when the building begins. */
  first?(): string | undefined
  /** Called when the newsletter was read. */
  onLoaded?(newsletter: Newsletter): void
  /** Called when an issue was rendered, or could not be. */
  onRendered?(rendered: RenderedIssue): void
}

/**
 * Builds a newsletter into its out folder. Prints nothing and ends no process: mistakes come back as messages on files.
 * @throws {UsageError} when the options themselves make no sense: a root or file that is not there, an unknown target
 */
export async function buildNewsletter(options: BuildOptions, hooks: BuildHooks = {}): Promise<BuildResult> {
  const places = resolvePaths(options)
  const { root } = places
  const out = resolveOutFolder(options, root)
  const newsletter = await loadNewsletter(places)
  if ('issues' in newsletter) hooks.onLoaded?.(newsletter)
  if (!hasIssues(newsletter)) return { ...createEmptyResult(newsletter), out }

  const selection = selectIssues(newsletter.issues, places.requested, options.drafts ?? false)
  validateSlugs(selection.chosen, selection.others)
  const previous = await readManifest(out)
  const unwritable = await writeOutFolder(out, root)
  const { outputs, onRendered } = hooks
  const context: IssueContext = {
    ...createIssueContext(newsletter, { root, out: unwritable ? undefined : out, strict: options.strict }),
    ...(outputs && { outputs }),
    onRendered,
  }
  const issues = await buildSelected(selection, context, options, hooks)
  const manifest = { ...places, out, previous, newsletter, selection }
  const trouble = unwritable ?? (await updateManifest(issues, manifest))
  return { ...createRunResult(newsletter, selection, issues, trouble, options, 'built'), out }
}

/** Builds the chosen issues, the one that is wanted first before all others. */
async function buildSelected(
  { chosen, skippedDrafts }: Selection,
  context: IssueContext,
  options: BuildOptions,
  { memory, renderDrafts, first }: BuildHooks,
): Promise<BuiltIssue[]> {
  const drafts = renderDrafts ? skippedDrafts : []
  const wanted = first?.()
  const order = [...chosen, ...drafts].toSorted(
    (a, b) => Number(b.file.path === wanted) - Number(a.file.path === wanted),
  )
  const buildOne = memory?.build ?? buildIssue
  const built = await buildEach(order, context, options, (issueFile, own) =>
    buildOne(issueFile, drafts.includes(issueFile) ? { ...own, out: undefined } : own),
  )
  const bySource = new Map(built.map((issue) => [issue.source, issue]))
  return chosen.flatMap(({ file }) => bySource.get(file.path) ?? [])
}
