import { setImmediate } from 'node:timers/promises'
import { type BuiltIssue, buildIssue, type IssueContext } from './build-issue.ts'
import type { IssueFile } from './load-newsletter.ts'
import { startBuild } from './start-build.ts'

export interface Progress {
  /** How many issues are done. */
  done: number
  total: number
  /** The path of the current issue; while links are requested, the address of the current link instead. */
  source: string
}

export interface EachOptions {
  /** Stops after the current issue. */
  signal?: AbortSignal
  /** Called before each issue. */
  onProgress?(progress: Progress): void
}

/**
 * Builds issues one after the other. While the files of one are written, the next is rendered, unless somebody waits for
 * each.
 * @param buildOne builds an issue, or restores an earlier build of it
 * @returns the built issues; fewer than were chosen when the signal was aborted
 */
export async function buildEach(
  chosen: IssueFile[],
  context: IssueContext,
  options: EachOptions,
  buildOne: typeof buildIssue = buildIssue,
): Promise<BuiltIssue[]> {
  const builds: Promise<BuiltIssue>[] = []
  try {
    for (const issueFile of chosen) {
      // Yields to the event loop, so that a signal can arrive: rendering alone never yields.
      await setImmediate()
      if (options.signal?.aborted) break
      options.onProgress?.({ done: builds.length, total: chosen.length, source: issueFile.file.path })
      const { rendered, built } = startBuild(context, (shared) => buildOne(issueFile, shared))
      builds.push(built)
      await (context.onRendered ? built : rendered)
      await builds.at(-2)
    }
    return await Promise.all(builds)
  } finally {
    await Promise.allSettled(builds)
  }
}
