import { createHash } from 'node:crypto'
import type { Settings } from '../settings.ts'
import type { Theme } from '../theme/theme.ts'
import type { BuiltIssue, IssueContext } from './build-issue.ts'
import type { IssueFile } from './load-newsletter.ts'
import { isFresh, type RecordedBuild, recordBuild, restoreMessages } from './record-build.ts'

/** Issues as earlier builds of this process left them. */
export interface IssueMemory {
  /** Builds an issue, or restores it with its messages when nothing that it was made of has changed. */
  build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue>
  /** Whether an issue read this picture, or a poll's results, by its path relative to the newsletter's folder with `/`. */
  hasRead(path: string): boolean
  /** Forgets the issues that are not among these paths any more. */
  keepOnly(paths: ReadonlySet<string>): void
  /** Forgets all; for changes that no file of the newsletter shows, such as in a module that the config imports. */
  clear(): void
}

/** An empty memory. It stores one build of each issue at most. */
export function createIssueMemory(): IssueMemory {
  /** The last build of each issue by path, and a digest of the issue's file, its template and the settings. */
  const stored = new Map<string, { key: string; build: RecordedBuild }>()
  const digests = new WeakMap<object, string>()

  function digestOnce(owner: object, toText: () => string): string {
    const known = digests.get(owner) ?? createHash('sha256').update(toText()).digest('hex')
    digests.set(owner, known)
    return known
  }

  function createKey({ file, matter, readable }: IssueFile, context: IssueContext): string {
    const { newsletter, out, strict, outputs } = context
    const theme = newsletter.themes.get(matter.template)
    const parts = [
      String(file),
      readable,
      file.messages.map((message) => `${message.ruleId} ${message.reason}`),
      theme ? digestOnce(theme, () => toThemeText(theme)) : null,
      digestOnce(newsletter.settings, () => toSettingsText(newsletter.settings)),
      out,
      strict,
      outputs.map(({ name }) => name),
    ]
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  }

  async function build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue> {
    const { path } = issueFile.file
    const key = createKey(issueFile, context)
    const known = stored.get(path)
    if (known?.key === key && isFresh(known.build, context)) {
      restoreMessages(known.build, issueFile, context.newsletter.themes.get(issueFile.matter.template))
      return known.build.built
    }
    const recorded = await recordBuild(issueFile, context)
    const { built } = recorded
    // What could not be written or rendered may go well the next time, with nothing changed.
    const isDone = context.out === undefined || built.files.length > 0 || !built.passes
    if (isDone) stored.set(path, { key, build: recorded })
    else stored.delete(path)
    return built
  }

  return {
    build,
    hasRead: (path) => [...stored.values()].some(({ build: { reads } }) => reads.has(path)),
    keepOnly(paths) {
      for (const path of stored.keys()) if (!paths.has(path)) stored.delete(path)
    },
    clear: () => stored.clear(),
  }
}

function toThemeText({ files }: Theme): string {
  return JSON.stringify([...files].map(([path, file]) => [path, String(file)]))
}

/** Plugins and checks of the user's own are told apart by their source. */
function toSettingsText(settings: Settings): string {
  return JSON.stringify(settings, (_, value) => (typeof value === 'function' ? String(value) : value))
}
