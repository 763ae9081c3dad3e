import type { VFileMessage } from 'vfile-message'
import type { IssueContext, RenderedIssue } from './build-issue.ts'
import type { BuildHooks } from './build-newsletter.ts'
import { createIssueCache, type IssueCache } from './issue-cache.ts'
import type { IssueFile } from './load-newsletter.ts'
import { type RecordedBuild, recordBuild } from './record-build.ts'

/** An issue that was restored from the cache: all of its build except what has to be rendered. */
export type RestoredIssue = Omit<RenderedIssue, 'rendered' | 'files'>

interface RestoredIssuesOptions {
  cache: IssueCache
  /** Whether an issue has to be rendered, by its path, although it could be restored. */
  isShown(path: string): boolean
  /** Called for an issue that was restored instead of being rendered. */
  onRestored(restored: RestoredIssue): void
}

export interface RestoredIssues {
  /** Builds an issue, or restores it. What is not in the cache is rendered, and stored there. */
  record: typeof recordBuild
  /** Whether the last build of an issue was restored, and so has nothing to show. */
  has(path: string): boolean
}

/** Creates a recorder of builds that renders an issue only if it has changed or has to be shown. */
function createRestoredIssues({ cache, isShown, onRestored }: RestoredIssuesOptions): RestoredIssues {
  const restored = new Set<string>()
  return {
    has: (path) => restored.has(path),
    async record(issueFile, context) {
      const { file } = issueFile
      restored.delete(file.path)
      if (isShown(file.path) && (await cache.find(issueFile, context))) return recordBuild(issueFile, context)
      const messages: VFileMessage[] = [...file.messages]
      let isRendered = false
      const recorded = await cache.record(issueFile, {
        ...context,
        onRendered(rendered) {
          isRendered = true
          context.onRendered?.(rendered)
        },
      })
      if (isRendered) return recorded
      if (isShown(file.path)) {
        // A page has shown it meanwhile.
        file.messages = messages
        return recordBuild(issueFile, context)
      }
      restored.add(file.path)
      onRestored(describeRestored(recorded, issueFile, context))
      return recorded
    },
  }
}

function describeRestored(
  { built, templateMessages }: RecordedBuild,
  issueFile: IssueFile,
  context: IssueContext,
): RestoredIssue {
  const { themes, templateMessages: loaded } = context.newsletter
  const files = [...(themes.get(issueFile.matter.template)?.files.values() ?? [])]
  const all = [...files.flatMap((file) => loaded.get(file) ?? []), ...[...templateMessages.values()].flat()]
  return { issueFile, built, templateMessages: all, context }
}

export interface WatchCacheOptions
  extends Pick<BuildHooks, 'cache' | 'onRendered'>,
    Partial<Pick<RestoredIssuesOptions, 'isShown' | 'onRestored'>> {}

/**
 * Opens the cache for a watch.
 * @param root the newsletter's folder, absolute
 * @returns nothing when every issue has to be rendered: `onRendered` is called for each unless there is an `onRestored`
 */
export function openWatchCache(
  { cache: options, onRendered, onRestored, isShown = () => false }: WatchCacheOptions,
  root: string,
): { restored?: RestoredIssues; record?: typeof recordBuild } {
  if (!options || (onRendered && !onRestored)) return {}
  // Node.js loads some modules only once, whatever becomes of their files.
  const cache = createIssueCache({ ...options, areModulesCurrent: false }, root)
  const restored = onRestored && createRestoredIssues({ cache, isShown, onRestored })
  return { restored, record: restored?.record ?? cache.record }
}
