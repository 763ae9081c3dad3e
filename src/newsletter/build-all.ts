import { setImmediate } from 'node:timers/promises'
import { buildEach, type EachOptions } from './build-each.ts'
import { type BuiltIssue, buildIssue, type IssueContext } from './build-issue.ts'
import type { CachedBuild, IssueCache } from './issue-cache.ts'
import type { IssueFile } from './load-newsletter.ts'
import { restoreMessages } from './record-build.ts'
import type { ResolvedPaths } from './resolve-paths.ts'
import type { RunOptions } from './run-result.ts'
import { resolveJobs } from './workers/resolve-jobs.ts'

export interface AllOptions extends EachOptions, Pick<RunOptions, 'jobs'> {
  /** Where workers load the newsletter from. */
  paths: ResolvedPaths
  /** Where unchanged issues are restored from. */
  cache?: IssueCache | undefined
}

/**
 * Builds issues, in worker threads when several are to be rendered and there are several jobs. The code for workers is
 * loaded only then.
 * @param context with `onRendered`, which no other thread can call, all issues are built in this one
 * @returns as `buildEach`
 * @throws {UsageError} for a number of jobs that makes no sense
 */
export async function buildAll(
  chosen: IssueFile[],
  context: IssueContext,
  { jobs, cache, ...options }: AllOptions,
): Promise<BuiltIssue[]> {
  const cached = cache ? await findCached(chosen, context, cache, options) : new Map()
  const wanted = resolveJobs(jobs, chosen.length - cached.size)
  // A worker loads the config from the disk; the functions in an object cannot be sent to it.
  const isLocal = typeof options.paths.config === 'object' || context.onRendered !== undefined
  if (wanted === 1 || isLocal)
    return buildEach(chosen, context, options, (issueFile, shared) => {
      const found = cached.get(issueFile)
      return found ? restoreBuild(found, issueFile, shared) : (cache?.build ?? buildIssue)(issueFile, shared)
    })
  const { buildInWorkers } = await import('./workers/build-in-workers.ts')
  return buildInWorkers(chosen, context, { ...options, jobs: wanted, cached, cache })
}

/** Finds the issues that can be restored, before any is built: the number of the others decides how many jobs pay off. */
async function findCached(
  chosen: IssueFile[],
  context: IssueContext,
  cache: IssueCache,
  { signal }: EachOptions,
): Promise<Map<IssueFile, CachedBuild>> {
  const cached = new Map<IssueFile, CachedBuild>()
  for (const issueFile of chosen) {
    // Yields to the event loop, so that a signal can arrive.
    await setImmediate()
    if (signal?.aborted) break
    const found = await cache.find(issueFile, context)
    if (found) cached.set(issueFile, found)
  }
  return cached
}

async function restoreBuild(
  found: CachedBuild,
  issueFile: IssueFile,
  { newsletter }: IssueContext,
): Promise<BuiltIssue> {
  const restored = await found.restore()
  restoreMessages(restored, issueFile, newsletter.themes.get(issueFile.matter.template))
  return restored.built
}
