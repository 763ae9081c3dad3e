import { createHash } from 'node:crypto'
import type { Settings } from '../settings.ts'
import type { Theme } from '../theme/theme.ts'
import type { BuiltIssue, IssueContext } from './build-issue.ts'
import type { IssueFile } from './load-newsletter.ts'
import { isFresh, type RecordedBuild, recordBuild, restoreMessages } from './record-build.ts'

/** The issues that earlier builds of this process built. */
export interface IssueMemory {
  /** Builds an issue, or restores its last build and messages when nothing that it was built from has changed. */
  build(issueFile: IssueFile, context: IssueContext): Promise<BuiltIssue>
  /** Whether an issue read this picture, or a poll's results, by its path relative to the newsletter's folder with `/`. */
  hasRead(path: string): boolean
  /** Forgets the issues that are not among these paths any more. */
  retain(paths: ReadonlySet<string>): void
  /** Forgets all; for changes that no file of the newsletter shows, such as in a module that the config imports. */
  clear(): void
}

/** Creates an empty memory. It stores one build of each issue at most. */
export function createIssueMemory(): IssueMemory {
  /** The last build of each issue by its path, with the key that it was built under. */
  const stored = new Map<string, { key: string; build: RecordedBuild }>()
  const createKey = createKeyFactory()

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
    // What could not be written or rendered may succeed the next time although nothing has changed.
    const isDone = context.out === undefined || built.files.length > 0 || !built.passes
    if (isDone) stored.set(path, { key, build: recorded })
    else stored.delete(path)
    return built
  }

  return {
    build,
    hasRead: (path) => [...stored.values()].some(({ build: { reads } }) => reads.has(path)),
    retain(paths) {
      for (const path of stored.keys()) if (!paths.has(path)) stored.delete(path)
    },
    clear: () => stored.clear(),
  }
}

/** Digests what an issue is built from: its file, its template, the settings and the outputs. */
function createKeyFactory(): (issueFile: IssueFile, context: IssueContext) => string {
  const digests = new WeakMap<object, string>()
  const digestOnce = (owner: object, serialize: () => string): string => {
    const known = digests.get(owner) ?? digest(serialize())
    digests.set(owner, known)
    return known
  }
  return ({ file, matter, readable }, { newsletter, out, strict, outputs }) => {
    const { settings, themes } = newsletter
    const theme = themes.get(matter.template)
    const parts = [
      String(file),
      readable,
      file.messages.map((message) => `${message.ruleId} ${message.reason}`),
      theme ? digestOnce(theme, () => serializeTheme(theme)) : null,
      digestOnce(settings, () => serializeSettings(settings)),
      out,
      strict,
      outputs.map(({ name }) => name),
    ]
    return digest(JSON.stringify(parts))
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function serializeTheme({ files }: Theme): string {
  return JSON.stringify([...files].map(([path, file]) => [path, String(file)]))
}

/** The functions of plugins, custom blocks and custom checks are compared by their source. */
function serializeSettings(settings: Settings): string {
  return JSON.stringify(settings, (_, value) => (typeof value === 'function' ? String(value) : value))
}
