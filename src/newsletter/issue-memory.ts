import type { BuiltIssue, IssueContext } from './build-issue.ts'
import { createBuildKeyFactory } from './build-key.ts'
import type { IssueFile } from './load-newsletter.ts'
import { createReadMemory } from './read-memory.ts'
import { isFresh, type RecordedBuild, recordBuild, restoreMessages } from './record-build.ts'

/** The issues that earlier builds of this process built. */
export interface IssueMemory {
  /** Builds an issue, or restores its last build and messages when nothing that it was built from has changed. */
  build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue>
  /** Whether an issue read this picture, or a poll's results, by its path relative to the newsletter's folder with `/`. */
  hasRead(path: string): boolean
  /** Forgets the issues that are not among these paths any more. */
  retain(paths: ReadonlySet<string>): void
  /** Forgets an issue, so that the next build renders it. */
  forget(path: string): void
  /** Has a picture, or another file that issues read, read again by the next build, by its path as in `hasRead`. */
  reread(path: string): void
  /** Forgets all; for changes that no file of the newsletter shows, such as in a module that the config imports. */
  clear(): void
}

/**
 * Creates an empty memory. It stores one build of each issue at most.
 * @param record builds an issue that is not in the memory, or restores it from somewhere else
 */
export function createIssueMemory(record: typeof recordBuild = recordBuild): IssueMemory {
  /** The last build of each issue by its path, with the key that it was built under. */
  const stored = new Map<string, { key: string; build: RecordedBuild }>()
  const createKey = createBuildKeyFactory()
  const reads = createReadMemory()

  async function build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue> {
    const { path } = issueFile.file
    const key = createKey(issueFile, context)
    const known = stored.get(path)
    if (known?.key === key && isFresh(known.build, context, reads.digestsOf(context))) {
      restoreMessages(known.build, issueFile, context.newsletter.themes.get(issueFile.matter.template))
      return known.build.built
    }
    const recorded = await record(issueFile, context)
    if (recorded.isDone) stored.set(path, { key, build: recorded })
    else stored.delete(path)
    return recorded.built
  }

  return {
    build,
    hasRead: (path) => [...stored.values()].some(({ build: { reads } }) => reads.has(path)),
    retain(paths) {
      for (const path of stored.keys()) if (!paths.has(path)) stored.delete(path)
    },
    forget: (path) => void stored.delete(path),
    reread: reads.forget,
    clear() {
      stored.clear()
      reads.clear()
    },
  }
}
