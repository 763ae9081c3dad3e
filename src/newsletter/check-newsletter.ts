import { checks } from '../checks/index.ts'
import { buildEach } from './build-each.ts'
import type { BuiltIssue, IssueContext, RenderedIssue } from './build-issue.ts'
import type { OnlineOptions } from './check-online.ts'
import { createIssueContext } from './create-issue-context.ts'
import { createInputFile, inputPath } from './input-file.ts'
import { type IssueFile, loadNewsletter } from './load-newsletter.ts'
import { resolvePaths } from './resolve-paths.ts'
import {
  createEmptyResult,
  createRunResult,
  hasIssues,
  type RunOptions,
  type RunResult,
} from './run-result.ts'
import { selectIssues } from './select-issues.ts'
import { validateSlugs } from './validate-slugs.ts'

export interface CheckRunOptions extends RunOptions {
  /** The Markdown of an issue that is on no disk; it is called `issues/stdin.md`. Without `files` it is the only one. */
  input?: Uint8Array
  /** Every link is requested over the network, which happens only with this. */
  online?: OnlineOptions
}

/** How a command takes part in a check. */
export interface CheckHooks {
  /** `false` when nobody wants the web copy: the email alone is checked. */
  web?: boolean
  /** Called when an issue was rendered, or could not be. */
  onRendered?(rendered: RenderedIssue): void
}

/**
 * Runs the checks on issues, and all that a build reports. Writes nothing.
 * @throws {UsageError} as `buildNewsletter` does
 */
export async function checkNewsletter(
  options: CheckRunOptions,
  { web, onRendered }: CheckHooks = {},
): Promise<RunResult> {
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
  const { root } = places
  const context: IssueContext = {
    ...createIssueContext(newsletter, { root, strict: options.strict }),
    // What is not written need not be composed.
    outputs: [],
    web,
    onRendered,
  }
  const issues = options.online
    ? await checkAndRequest(selection.chosen, context, options.online, options)
    : await buildEach(selection.chosen, context, options)
  return createRunResult(newsletter, selection, issues, undefined, options, 'passed')
}

/** What speaks to the network is loaded only when it is wanted. */
async function checkAndRequest(
  chosen: IssueFile[],
  context: IssueContext,
  online: OnlineOptions,
  { onProgress, ...options }: CheckRunOptions,
): Promise<BuiltIssue[]> {
  const { checkOnline, createLinkCollector } = await import('./check-online.ts')
  const { collector, linksOf } = createLinkCollector()
  const renderOptions = { ...context.renderOptions, checks: [...checks, collector] }
  const issues = await buildEach(chosen, { ...context, renderOptions }, options)
  const { root, strict } = context
  return checkOnline(issues, linksOf, {
    ...online,
    root,
    strict,
    signal: options.signal,
    onProgress: ({ done, total, url }) => onProgress?.({ done: done - 1, total, source: url }),
  })
}
