import { report } from '../../diagnostics/report.ts'
import type { EachOptions } from '../build-each.ts'
import { type BuiltIssue, describeBuild, type IssueContext } from '../build-issue.ts'
import type { CachedBuild, IssueCache } from '../issue-cache.ts'
import type { IssueFile } from '../load-newsletter.ts'
import { type RecordedBuild, restoreMessages } from '../record-build.ts'
import type { ResolvedPaths } from '../resolve-paths.ts'
import { createWorkerPool, type WorkerPool } from './create-worker-pool.ts'
import { createBuild, createTask, createWorkerSetup } from './issue-task.ts'

export interface WorkersOptions extends EachOptions {
  /** How many worker threads are started. */
  jobs: number
  /** Where the workers load the newsletter from. */
  paths: ResolvedPaths
  /** The issues that are restored in this thread. */
  cached: ReadonlyMap<IssueFile, CachedBuild>
  /** Where the workers store what they build. */
  cache?: IssueCache | undefined
}

/**
 * Builds issues in worker threads, each issue in the one that is free first. The messages are put on the files of this
 * thread in the order of the issues, as one thread would.
 * @returns as `buildEach`
 */
export async function buildInWorkers(
  chosen: IssueFile[],
  context: IssueContext,
  { jobs, paths, cached, cache, signal, onProgress }: WorkersOptions,
): Promise<BuiltIssue[]> {
  const pool = createWorkerPool(jobs, createWorkerSetup(context, paths, cache?.options))
  const merge = createOrderedMerge(chosen, context)
  let started = 0
  let done = 0
  const buildNext = async () => {
    while (started < chosen.length && !signal?.aborted) {
      const index = started++
      const issueFile = chosen[index] as IssueFile
      onProgress?.({ done, total: chosen.length, source: issueFile.file.path })
      merge.add(index, await (cached.get(issueFile)?.restore() ?? buildRemotely(issueFile, pool)))
      done += 1
    }
  }
  try {
    await Promise.all(Array.from({ length: jobs }, buildNext))
    return merge.built
  } finally {
    // No other job starts an issue after one has thrown.
    started = chosen.length
    await pool.close()
  }
}

/** Merges builds in the order of the issues, whenever they arrive. No more of them are stored than have to wait. */
function createOrderedMerge(chosen: IssueFile[], { newsletter }: IssueContext) {
  const waiting = new Map<number, RecordedBuild>()
  const built: BuiltIssue[] = []
  return {
    built,
    add(index: number, build: RecordedBuild): void {
      waiting.set(index, build)
      for (let next = waiting.get(built.length); next; next = waiting.get(built.length)) {
        const issueFile = chosen[built.length] as IssueFile
        waiting.delete(built.length)
        restoreMessages(next, issueFile, newsletter.themes.get(issueFile.matter.template))
        built.push(next.built)
      }
    },
  }
}

async function buildRemotely(issueFile: IssueFile, pool: WorkerPool): Promise<RecordedBuild> {
  try {
    return createBuild(await pool.run(createTask(issueFile)))
  } catch (error) {
    report(
      issueFile.file,
      `Cannot build this issue: ${error instanceof Error ? error.message : String(error)}`,
      {
        ruleId: 'internal-error',
        note: 'The thread that built it has failed. With `--jobs 1`, issues are built without threads: if the message stays, please report it, with this issue.',
      },
    )
    const built = describeBuild(issueFile, { rendered: undefined, written: undefined, passes: false })
    return {
      built,
      reads: new Map(),
      slugs: new Map(),
      messages: [...issueFile.file.messages],
      templateMessages: new Map(),
      isDone: false,
      isComplete: false,
    }
  }
}
