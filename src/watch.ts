import { dirname, extname, join, resolve } from 'node:path'
import { definitionsFile } from './files/load-definitions.ts'
import { toRelative } from './files/paths.ts'
import { UsageError } from './files/usage-error.ts'
import { type FolderWatch, watchFolder } from './files/watch-folder.ts'
import {
  type BuildHooks,
  type BuildOptions,
  type BuildResult,
  buildNewsletter,
} from './newsletter/build-newsletter.ts'
import { createIssueMemory, type IssueMemory } from './newsletter/issue-memory.ts'
import { createLoadMemory, type LoadMemory } from './newsletter/load-memory.ts'
import { loadSettings } from './newsletter/load-settings.ts'
import { type ResolvedPaths, resolveOutFolder, resolvePaths } from './newsletter/resolve-paths.ts'
import { openWatchCache, type RestoredIssue } from './newsletter/restored-issues.ts'
import { targetNames } from './targets/index.ts'

export interface WatchOptions
  extends Omit<BuildOptions, 'signal'>,
    Pick<BuildHooks, 'first' | 'onLoaded' | 'onRendered' | 'cache'> {
  /** Ends the watch after the issue that is being built. */
  signal: AbortSignal
  /**
   * Called when an issue was restored from the cache instead of being rendered. Without it, `onRendered` is called for every
   * issue, and the cache is not used.
   */
  onRestored?(restored: RestoredIssue): void
  /** Whether an issue has to be rendered, by its path, although it could be restored. */
  isShown?(path: string): boolean
  /** Called once, with a function that has a restored issue rendered, by its path. */
  onReady?(render: (path: string) => void): void
  /** Called before each build. */
  onStart?(): void
  /** Called after each build that was not interrupted, including the first. */
  onBuilt(build: WatchedBuild): void
  /** Called when nothing can be built or watched: the folder is gone, there are two configs, a limit of the system. */
  onError(message: string): void
  /** The time in milliseconds since any fixed moment. */
  now(): number
}

export interface WatchedBuild {
  result: BuildResult
  /** The paths of the issues that were rendered again; the others have not changed. */
  rendered: string[]
  /** The paths that changed, relative to the root with `/`; empty for the first build. */
  changed: string[]
  /** The time from the first change to the last file written. */
  milliseconds: number
}

/**
 * Builds a newsletter, and again whenever one of its files changes, until the signal is aborted. A change during a build
 * interrupts it after the current issue, so that the issue of `options.first` is rebuilt soon.
 * @throws {UsageError} for options that make no sense, before anything is built
 */
export async function watch(options: WatchOptions): Promise<void> {
  const paths = resolvePaths(options)
  const out = resolveOutFolder(options, paths.root)
  // An unknown target would fail every build. Only the config shows whether it defines the target.
  if (paths.target?.some((name) => !targetNames.includes(name))) await loadSettings(paths)
  const { restored, record } = openWatchCache(options, paths.root)
  const memory = createIssueMemory(record)
  const loadMemory = createLoadMemory()
  const state: WatchState = {
    ...{ paths, memory, loadMemory },
    ...{ isProgram: true, definitions: [], isMisconfigured: false },
  }
  const folder = await watchFolder(paths.root, {
    out,
    besides: typeof paths.config === 'string' ? [paths.config, ...resolveFilesBeside(paths.config)] : [],
    matters: (path) => isRelevant(path, state),
    onError: (error) => options.onError(formatWatchError(error)),
  })
  // A watch that is left open keeps the process alive, whatever has thrown.
  try {
    options.onReady?.((path) => {
      if (!restored?.has(path)) return
      memory.forget(path)
      folder.add(resolve(paths.root, path))
    })
    await buildAtChanges(options, state, folder)
  } finally {
    await folder.close()
  }
}

/** Builds at once, and after each change, until the signal is aborted. */
async function buildAtChanges(options: WatchOptions, state: WatchState, folder: FolderWatch): Promise<void> {
  const { signal, now } = options
  const { paths, memory, loadMemory } = state
  let rendered: string[] = []
  let since = now()
  let changes: string[] | undefined = []
  let pending: string[] = []
  while (changes && !signal.aborted) {
    pending = [...pending, ...changes]
    if (state.isProgram && pending.some(isCode)) for (const each of [memory, loadMemory]) each.clear()
    reportModules(pending, state, options)
    options.onStart?.()
    const changed = pending.map((path) => toRelative(paths.root, path))
    changed.forEach(memory.reread)
    const result = await buildOnce(options, state, folder.interrupted(), { changed, rendered })
    state.isMisconfigured = result?.outcome === 'misconfigured'
    if (result && result.outcome !== 'interrupted') {
      options.onBuilt({ result, rendered, changed, milliseconds: now() - since })
    }
    if (result?.outcome !== 'interrupted') [rendered, pending] = [[], []]
    changes = await folder.next(signal, () => {
      if (pending.length === 0) since = now()
    })
  }
}

interface WatchState {
  paths: ResolvedPaths
  memory: IssueMemory
  loadMemory: LoadMemory
  /** Whether the config is a module, whose imports count as well; `true` until it has been read. */
  isProgram: boolean
  /** The files of shared definitions that the last build has read, relative to the root. */
  definitions: string[]
  /** Whether the last build was prevented by an error in the config. */
  isMisconfigured: boolean
}

async function buildOnce(
  options: WatchOptions,
  state: WatchState,
  interrupted: AbortSignal,
  { changed, rendered }: Pick<WatchedBuild, 'changed' | 'rendered'>,
): Promise<BuildResult | undefined> {
  try {
    const signal = AbortSignal.any([options.signal, interrupted])
    return await buildNewsletter(
      { ...options, signal },
      {
        memory: state.memory,
        loadMemory: state.loadMemory,
        renderDrafts: true,
        first: options.first,
        changed: new Set(changed),
        onLoaded(newsletter) {
          state.isProgram = isCode(newsletter.configPath ?? '')
          state.definitions = newsletter.definitionPaths
          const issuePaths = new Set(newsletter.issues.map(({ file }) => file.path))
          state.memory.retain(issuePaths)
          state.loadMemory.retain(issuePaths)
          options.onLoaded?.(newsletter)
        },
        onRendered(issue) {
          rendered.push(issue.issueFile.file.path)
          options.onRendered?.(issue)
        },
      },
    )
  } catch (error) {
    const advice = 'This is a bug in issuepress; please report it.'
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    options.onError(error instanceof UsageError ? error.message : `${advice}\n${detail}`)
    return undefined
  }
}

/** Whether a file can change an email: an issue, a template, the config, or an image that an issue shows. */
function isRelevant(path: string, state: WatchState): boolean {
  const { paths, memory, isProgram, definitions, isMisconfigured } = state
  const { root, config, requested } = paths
  const name = toRelative(root, path)
  return (
    name === '' ||
    path === config ||
    /^(?:issues|templates)(?:\/|$)/.test(name) ||
    /^(?:issue\.config\.\w+|sponsors\.ya?ml|definitions\.md)$/.test(name) ||
    (typeof config === 'string' && resolveFilesBeside(config).includes(path)) ||
    definitions.includes(name) ||
    // The config may name a file of definitions that is missing.
    (isMisconfigured && name.endsWith('.md')) ||
    requested.includes(name) ||
    (isProgram && isCode(path)) ||
    memory.hasRead(name)
  )
}

/** `sponsors.yml` and `definitions.md` are in the folder of the config. */
function resolveFilesBeside(config: string): string[] {
  return ['sponsors.yml', definitionsFile].map((name) => join(dirname(config), name))
}

/** Node.js imports an `.mjs` module only once, and jiti leaves these to it (jiti, `moduleCache`). */
function reportModules(changed: string[], { paths, isProgram }: WatchState, { onError }: WatchOptions): void {
  const path = changed.find(
    (each) => each.endsWith('.mjs') && !/^issue\.config\./.test(toRelative(paths.root, each)),
  )
  if (!isProgram || path === undefined || path === paths.config) return
  onError(
    `Cannot read \`${toRelative(paths.root, path)}\` anew, since Node.js caches \`.mjs\` modules: stop the watch and start it again. Modules in \`.js\` and \`.ts\` are read anew.`,
  )
}

/** Whether a config can import the file. */
function isCode(path: string): boolean {
  return ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'].includes(extname(path))
}

function formatWatchError({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC' || code === 'EMFILE')
    return 'Cannot watch all files: the system watches too many already. On Linux, raise `fs.inotify.max_user_watches`.'
  return `Cannot watch a file: ${message}`
}
