import { setImmediate } from 'node:timers/promises'
import { type BuiltIssue, buildIssue, type IssueContext } from './build-issue.ts'
import type { IssueFile } from './load-newsletter.ts'

export interface Progress {
  /** How many issues are done. */
  done: number
  total: number
  /** The path of the issue at hand; when links are asked for, their addresses instead. */
  source: string
}

export interface EachOptions {
  /** Ends the building after the issue at hand. */
  signal?: AbortSignal
  /** Called before each issue. */
  onProgress?(progress: Progress): void
}

/**
 * Builds issues one after the other.
 * @param buildOne builds one, or recalls it
 */
export async function buildEach(
  chosen: IssueFile[],
  context: IssueContext,
  options: EachOptions,
  buildOne: typeof buildIssue = buildIssue,
): Promise<BuiltIssue[]> {
  const built: BuiltIssue[] = []
  for (const issueFile of chosen) {
    // Lets a signal in: rendering alone would never give it its turn.
    await setImmediate()
    if (options.signal?.aborted) break
    options.onProgress?.({ done: built.length, total: chosen.length, source: issueFile.file.path })
    built.push(await buildOne(issueFile, context))
  }
  return built
}
