import { accessSync, constants, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import { type ChokidarOptions, watch } from 'chokidar'
import { memoizeText } from '../memoize-text.ts'
import { isInside } from './paths.ts'

/** A burst of changes has ended when nothing has changed for so long, in milliseconds. */
const quietTime = 30

/** The same after a file was removed: an editor that saves by renaming creates the file again within this time. */
const quietTimeAfterRemoval = 200

/** chokidar reports one change of a file within this time, in milliseconds, and drops the others (`_throttle`). */
const throttleTime = 60

/** A burst that never ends is waited for so long at most, in milliseconds. */
const maximumWait = 1000

/** How often to look whether a folder that was moved away or must not be read is back, in milliseconds. */
const returnTime = 500

export interface FolderWatch {
  /**
   * Waits for a change and the end of its burst. Changes between two calls are returned by the next call.
   * @param onFirst called as soon as the first change is seen
   * @returns the paths that changed, absolute; `undefined` when the signal was aborted
   */
  next(signal: AbortSignal, onFirst?: () => void): Promise<string[] | undefined>
  /** Reports a change of a file that has not changed, so that it is built. */
  add(path: string): void
  /** A signal that is aborted by the next change. */
  interrupted(): AbortSignal
  close(): Promise<void>
}

export interface FolderWatchOptions {
  /** Further files to watch, which may be outside the folder; absolute. */
  besides: string[]
  /** The folder that emails are written to, absolute. */
  out: string
  /** Whether a change matters, by its absolute path. */
  matters(path: string): boolean
  /** Called with errors of the system: too many files are watched, a folder cannot be read. */
  onError(error: NodeJS.ErrnoException): void
}

/**
 * Watches a folder and all folders below it, except `node_modules`, names that begin with `.` and the out folder.
 * @param root absolute
 * @returns a promise that resolves once the watch sees every further change
 */
export async function watchFolder(root: string, options: FolderWatchOptions): Promise<FolderWatch> {
  const { besides, out, matters, onError } = options
  const burst = createBurst()
  // At a change of a file, chokidar looks through its folder, and so for a save through the archive.
  const ignored = memoizeText(
    (path) => isInside(root, path) && path !== root && isIgnored(relative(root, path), path, out),
    5000,
  )
  const settings: ChokidarOptions = {
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (path) => ignored(path),
  }
  const watcher = watch([root, ...besides.filter((path) => !isInside(root, path))], settings)
  watcher.on('all', (event, path) => {
    if (matters(path)) burst.add(path, event.startsWith('unlink'))
  })
  watcher.on('error', (error) => onError(error as NodeJS.ErrnoException))
  // chokidar forgets a folder that is moved away or must not be read; without a timer nothing would keep the process alive.
  let waiting: NodeJS.Timeout | undefined
  watcher.on('unlinkDir', (path) => {
    if (path !== root || waiting) return
    waiting = setInterval(() => {
      if (!isReadable(root)) return
      clearInterval(waiting)
      waiting = undefined
      watcher.add(root)
      burst.add(root)
    }, returnTime)
  })
  await new Promise<void>((resolve) => void watcher.once('ready', () => resolve()))
  return {
    ...burst,
    close() {
      clearInterval(waiting)
      return watcher.close()
    },
  }
}

function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isIgnored(path: string, absolute: string, out: string): boolean {
  if (path === '' || isAbsolute(path)) return false
  const names = path.split(sep)
  return isInside(out, absolute) || names.some((name) => name === 'node_modules' || name.startsWith('.'))
}

/** Collects changes until their burst has ended. */
function createBurst() {
  let changed = new Set<string>()
  let events = 0
  let hasRemoval = false
  let wake = () => {}
  let interrupt = new AbortController()
  let last: Snapshot = { at: 0, stamps: new Map() }

  return {
    add(path: string, isRemoval = false): void {
      changed.add(path)
      events += 1
      hasRemoval ||= isRemoval
      wake()
      interrupt.abort()
    },
    interrupted: () => interrupt.signal,
    async next(signal: AbortSignal, onFirst?: () => void): Promise<string[] | undefined> {
      for (const path of await findDropped(last, signal)) changed.add(path)
      if (changed.size === 0) await waitForEvent((event) => (wake = event), signal)
      onFirst?.()
      await waitForQuiet(() => ({ events, hasRemoval }), signal)
      if (signal.aborted) return undefined
      const paths = [...changed]
      last = { at: Date.now(), stamps: new Map(paths.map((path) => [path, readStamp(path)])) }
      changed = new Set()
      hasRemoval = false
      interrupt = new AbortController()
      return paths
    },
  }
}

/** The files of a burst as they were when it ended. */
interface Snapshot {
  at: number
  stamps: Map<string, string>
}

/** Finds changes that chokidar dropped: files of the last burst that have changed since its end. */
async function findDropped({ at, stamps }: Snapshot, signal: AbortSignal): Promise<string[]> {
  await pause(Math.max(0, at + throttleTime - Date.now()), signal)
  return [...stamps].filter(([path, stamp]) => readStamp(path) !== stamp).map(([path]) => path)
}

async function waitForQuiet(
  read: () => { events: number; hasRemoval: boolean },
  signal: AbortSignal,
): Promise<void> {
  const first = Date.now()
  for (let seen = -1; seen !== read().events && Date.now() - first < maximumWait && !signal.aborted; ) {
    seen = read().events
    await pause(read().hasRemoval ? quietTimeAfterRemoval : quietTime, signal)
  }
}

/** Identifies the state of a file: another inode, size or time means that it has changed. */
function readStamp(path: string): string {
  try {
    const stats = statSync(path)
    return `${stats.ino} ${stats.size} ${stats.mtimeMs}`
  } catch {
    // It is gone, or in a folder that must not be searched; the build reports why it cannot be read.
    return ''
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return waitForEvent((event) => setTimeout(event, milliseconds), signal)
}

/** Resolves with the event or when the signal is aborted, whichever is first. */
function waitForEvent(listen: (event: () => void) => void, signal: AbortSignal): Promise<void> {
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
