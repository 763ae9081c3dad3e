import { dirname, extname, join } from 'node:path'
import { toRelative } from './files/paths.ts'
import { UsageError } from './files/usage-error.ts'
import { watchFolder } from './files/watch-folder.ts'
import {
  type BuildHooks,
  type BuildOptions,
  type BuildResult,
  buildNewsletter,
} from './newsletter/build-newsletter.ts'
import { createIssueMemory, type IssueMemory } from './newsletter/issue-memory.ts'
import { loadSettings } from './newsletter/load-settings.ts'
import { type ResolvedPaths, resolveOutFolder, resolvePaths } from './newsletter/resolve-paths.ts'
import { targetNames } from './targets/index.ts'

export interface WatchOptions
  extends Omit<BuildOptions, 'signal'>,
    Pick<BuildHooks, 'first' | 'onLoaded' | 'onRendered'> {
  /** Ends the watch after the issue at hand. */
  signal: AbortSignal
  /** Called before each build. */
  onStart?(): void
  /** Called after each build that came to its end, the first one too. */
  onBuilt(build: WatchedBuild): void
  /** Called when no build could be made at all: the folder is gone, there are two configs, the system gave out. */
  onError(message: string): void
  /** Milliseconds, from any start. */
  now(): number
}

export interface WatchedBuild {
  result: BuildResult
  /** The issues that were rendered anew, by path; the others are as they were. */
  rendered: string[]
  /** The paths that changed, relative to the root with `/`; empty for the first build. */
  changed: string[]
  /** From the change that was seen first to the last file written. */
  milliseconds: number
}

/**
 * Builds a newsletter, and again whenever something in it changes, until the signal ends it. A change that comes during
 * a build ends that build after the issue at hand, so that the issue that is wanted first is never waited for long.
 * @throws {UsageError} when the options themselves make no sense, before anything is built
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { signal, now } = options
  const places = resolvePaths(options)
  const out = resolveOutFolder(options, places.root)
  // A target that is none would fail each build; whether the config has it, only the config tells.
  if (places.target?.some((name) => !targetNames.includes(name))) await loadSettings(places)
  const memory = createIssueMemory()
  const world: WatchState = { places, memory, isProgram: true }
  const folder = await watchFolder(places.root, {
    out,
    besides: typeof places.config === 'string' ? [places.config, resolveSponsorsPath(places.config)] : [],
    matters: (path) => isRelevant(path, world),
    onError: (error) => options.onError(formatWatchError(error)),
  })
  let rendered: string[] = []
  let since = now()
  let changes: string[] | undefined = []
  let waiting: string[] = []
  while (changes && !signal.aborted) {
    waiting = [...waiting, ...changes]
    if (world.isProgram && waiting.some(isCode)) memory.clear()
    reportModules(waiting, world, options)
    options.onStart?.()
    const result = await buildOnce(options, world, folder.interrupted(), rendered)
    if (result && result.outcome !== 'interrupted') {
      const changed = waiting.map((path) => toRelative(places.root, path))
      options.onBuilt({ result, rendered, changed, milliseconds: now() - since })
    }
    if (result?.outcome !== 'interrupted') [rendered, waiting] = [[], []]
    changes = await folder.next(signal, () => {
      if (waiting.length === 0) since = now()
    })
  }
  await folder.close()
}

interface WatchState {
  places: ResolvedPaths
  memory: IssueMemory
  /** Whether the config is a program, whose imports matter; so long as none could be read, it may be. */
  isProgram: boolean
}

async function buildOnce(
  options: WatchOptions,
  world: WatchState,
  interrupted: AbortSignal,
  rendered: string[],
): Promise<BuildResult | undefined> {
  try {
    const signal = AbortSignal.any([options.signal, interrupted])
    return await buildNewsletter(
      { ...options, signal },
      {
        memory: world.memory,
        renderDrafts: true,
        first: options.first,
        onLoaded(newsletter) {
          world.isProgram = isCode(newsletter.configPath ?? '')
          world.memory.keepOnly(new Set(newsletter.issues.map(({ file }) => file.path)))
          options.onLoaded?.(newsletter)
        },
        onRendered(issue) {
          rendered.push(issue.issueFile.file.path)
          options.onRendered?.(issue)
        },
      },
    )
  } catch (error) {
    const fault = 'This is a fault of issuepress; please report it.'
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    options.onError(error instanceof UsageError ? error.message : `${fault}\n${detail}`)
    return undefined
  }
}

/** Whether a change can change an email: in the issues, the templates, the config, or a picture that one shows. */
function isRelevant(path: string, { places, memory, isProgram }: WatchState): boolean {
  const { root, config, requested } = places
  const name = toRelative(root, path)
  return (
    name === '' ||
    path === config ||
    /^(?:issues|templates)(?:\/|$)/.test(name) ||
    /^(?:issue\.config\.\w+|sponsors\.ya?ml)$/.test(name) ||
    (typeof config === 'string' && path === resolveSponsorsPath(config)) ||
    requested.includes(name) ||
    (isProgram && isCode(path)) ||
    memory.hasRead(name)
  )
}

/** The sponsors stand beside the config, wherever that is. */
function resolveSponsorsPath(config: string): string {
  return join(dirname(config), 'sponsors.yml')
}

/** Node.js reads a module in `.mjs` once, and jiti leaves them to it (jiti, `moduleCache`). */
function reportModules(
  changed: string[],
  { places, isProgram }: WatchState,
  { onError }: WatchOptions,
): void {
  const path = changed.find(
    (each) => each.endsWith('.mjs') && !/^issue\.config\./.test(toRelative(places.root, each)),
  )
  if (!isProgram || path === undefined || path === places.config) return
  onError(
    `Cannot read \`${toRelative(places.root, path)}\` anew, since Node.js keeps \`.mjs\` modules: stop the watch and start it again. Modules in \`.js\` and \`.ts\` are read anew.`,
  )
}

/** What a config may import; no file of the newsletter's shows that it changed. */
function isCode(path: string): boolean {
  return ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'].includes(extname(path))
}

function formatWatchError({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOSPC' || code === 'EMFILE')
    return 'Cannot watch all files: the system watches too many already. On Linux, raise `fs.inotify.max_user_watches`.'
  return `Cannot watch a file: ${message}`
}
