import { statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { type ChokidarOptions, watch } from 'chokidar'
import { isInside } from './paths.ts'

/** Changes come in bursts: so long must it be quiet, in milliseconds. */
const calm = 30

/** After a file went: an editor that saves by renaming puts the new one in its place within this time. */
const calmAfterLoss = 200

/** chokidar tells of one change of a file in this time, in milliseconds, and drops the others (`_throttle`). */
const throttled = 60

/** A burst that never ends is not waited for longer than this. */
const patience = 1000

export interface FolderWatch {
  /**
   * Waits for a change and for quiet after it. What changes meanwhile is not lost: it is there at the next call.
   * @param onFirst called as soon as the first change is seen
   * @returns the paths that changed, absolute; nothing when the signal ended it
   */
  next(signal: AbortSignal, onFirst?: () => void): Promise<string[] | undefined>
  /** Ends with the next change. */
  interrupted(): AbortSignal
  close(): Promise<void>
}

export interface FolderWatchOptions {
  /** Files outside the folder that matter as well, absolute. */
  besides: string[]
  /** The folder that emails are written to, absolute. */
  out: string
  /** Whether a change matters, by its absolute path. */
  matters(path: string): boolean
  /** Told when the system gives out: too many files are watched, a folder cannot be read. */
  onError(error: NodeJS.ErrnoException): void
}

/**
 * Watches a folder with all that is below it, but for `node_modules`, names that begin with `.` and the out folder.
 * @param root absolute
 * @returns once every change from here on will be seen
 */
export async function watchFolder(root: string, options: FolderWatchOptions): Promise<FolderWatch> {
  const { besides, out, matters, onError } = options
  const burst = toBurst()
  const settings: ChokidarOptions = {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (path) => isInside(root, path) && path !== root && isIgnored(relative(root, path), path, out),
  }
  const watcher = watch([root, ...besides.filter((path) => !isInside(root, path))], settings)
  watcher.on('all', (event, path) => {
    if (matters(path)) burst.add(path, event.startsWith('unlink'))
  })
  watcher.on('error', (error) => onError(error as NodeJS.ErrnoException))
  await new Promise<void>((resolve) => void watcher.once('ready', () => resolve()))
  return { ...burst, close: () => watcher.close() }
}

function isIgnored(path: string, absolute: string, out: string): boolean {
  if (path === '' || isAbsolute(path)) return false
  const names = path.split(sep)
  return isInside(out, absolute) || names.some((name) => name === 'node_modules' || name.startsWith('.'))
}

/** Collects changes until it is quiet. */
function toBurst() {
  let changed = new Set<string>()
  let events = 0
  let isLoss = false
  let wake = () => {}
  let interrupt = new AbortController()
  let taken = { at: 0, stamps: new Map<string, string>() }

  /** What was dropped is found by what the files of the last burst are now. */
  async function findDropped(signal: AbortSignal): Promise<void> {
    await pause(Math.max(0, taken.at + throttled - Date.now()), signal)
    for (const [path, stamp] of taken.stamps) if (toStamp(path) !== stamp) changed.add(path)
  }

  async function settle(signal: AbortSignal): Promise<void> {
    const first = Date.now()
    for (let seen = -1; seen !== events && Date.now() - first < patience && !signal.aborted; ) {
      seen = events
      await pause(isLoss ? calmAfterLoss : calm, signal)
    }
  }

  return {
    add(path: string, loss: boolean): void {
      changed.add(path)
      events += 1
      isLoss ||= loss
      wake()
      interrupt.abort()
    },
    interrupted: () => interrupt.signal,
    async next(signal: AbortSignal, onFirst?: () => void): Promise<string[] | undefined> {
      await findDropped(signal)
      if (changed.size === 0) await toEvent((event) => (wake = event), signal)
      onFirst?.()
      await settle(signal)
      if (signal.aborted) return undefined
      const paths = [...changed]
      taken = { at: Date.now(), stamps: new Map(paths.map((path) => [path, toStamp(path)])) }
      changed = new Set()
      isLoss = false
      interrupt = new AbortController()
      return paths
    },
  }
}

/** What tells a file from what it was. */
function toStamp(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : ''
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return toEvent((event) => setTimeout(event, milliseconds), signal)
}

/** Resolves with the event or when the signal ends, whichever is first. */
function toEvent(listen: (event: () => void) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
    listen(end)
  })
}
