import { buildEach, type EachOptions } from './build-each.ts'
import type { BuiltIssue, IssueContext } from './build-issue.ts'
import type { IssueFile } from './load-newsletter.ts'
import type { ResolvedPaths } from './resolve-paths.ts'
import type { RunOptions } from './run-result.ts'
import { resolveJobs } from './workers/resolve-jobs.ts'

export interface AllOptions extends EachOptions, Pick<RunOptions, 'jobs'> {
  /** Where workers load the newsletter from. */
  paths: ResolvedPaths
}

/**
 * Builds issues, in worker threads when there are several jobs. The code for workers is loaded only then.
 * @param context with `onRendered`, which no other thread can call, all issues are built in this one
 * @returns as `buildEach`
 * @throws {UsageError} for a number of jobs that makes no sense
 */
export async function buildAll(
  chosen: IssueFile[],
  context: IssueContext,
  { jobs, ...options }: AllOptions,
): Promise<BuiltIssue[]> {
  const wanted = resolveJobs(jobs, chosen.length)
  // A worker loads the config from the disk; the functions in an object cannot be sent to it.
  const isLocal = typeof options.paths.config === 'object' || context.onRendered !== undefined
  if (wanted === 1 || isLocal) return buildEach(chosen, context, options)
  const { buildInWorkers } = await import('./workers/build-in-workers.ts')
  return buildInWorkers(chosen, context, { ...options, jobs: wanted })
}
