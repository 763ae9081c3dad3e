import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import { createMessageRecords } from '../../diagnostics/message-records.ts'
import { toRelative } from '../../files/paths.ts'
import { formatPretty } from '../../report/format-pretty.ts'
import { formatWatchLine, formatWatchList } from '../../report/format-watch-status.ts'
import type { WatchedBuild } from '../../watch.ts'
import type { Context } from '../context.ts'

export interface WatchScreen {
  serveAt(url: string): void
  built(build: WatchedBuild): void
  trouble(text: string): void
  end(): void
}

export interface WatchScreenOptions {
  /** The newsletter's folder, absolute. */
  root: string
  colour: boolean
  /** Only problems are shown. */
  quiet: boolean
}

/** Clears a terminal, what has scrolled away as well, and goes to its first line (ECMA-48 ED and CUP; xterm's ED 3). */
const clear = '\x1b[2J\x1b[3J\x1b[H'

/**
 * What a watch shows: on a terminal the state of things, written anew after each build; in a pipe a line for
 * each build, and each problem once.
 */
export function createWatchScreen(
  { cwd, stdout, now }: Pick<Context, 'cwd' | 'stdout' | 'now'>,
  { root, colour, quiet }: WatchScreenOptions,
): WatchScreen {
  const isTerminal = stdout.isTTY === true
  let address = ''
  let logged = new Set<string>()
  let listed = ''
  let troubles = ''
  const toShownPath = (file: VFile) =>
    file.cwd === root ? toRelative(cwd, resolve(root, file.path)) : file.path
  const toProblems = (files: VFile[]) =>
    formatPretty(files, { colour, quiet, toShownPath, ...(stdout.columns ? { width: stdout.columns } : {}) })
  const hint = () => (address ? `Preview: ${address}  (Ctrl-C stops)\n` : 'Watching  (Ctrl-C stops)\n')

  function redraw(build: WatchedBuild): void {
    const line = formatWatchLine(build, toTime(now()), colour)
    stdout.write(
      `${clear}${troubles}${toProblems(build.result.files)}${quiet ? '' : formatWatchList(build, colour) + line + hint()}`,
    )
    troubles = ''
  }

  function log(build: WatchedBuild): void {
    const isFirst = build.changed.length === 0
    const names = new Set(
      createMessageRecords(build.result.files).map(({ file, reason, line }) => `${file}:${line} ${reason}`),
    )
    const isOld = names.size === logged.size && [...names].every((name) => logged.has(name))
    if (!isOld) stdout.write(toProblems(build.result.files))
    logged = names
    const sources = build.result.issues.map(({ source }) => source).join('\n')
    const isSame = build.rendered.length === 0 && isOld && sources === listed
    listed = sources
    if (quiet || isSame) return
    stdout.write(
      `${isFirst ? formatWatchList(build, false) : ''}${formatWatchLine(build, toTime(now()), colour)}`,
    )
  }

  return {
    serveAt(url) {
      address = url
      if (!isTerminal && !quiet) stdout.write(hint())
    },
    built: (build) => (isTerminal ? redraw(build) : log(build)),
    trouble(text) {
      stdout.write(`issue: ${text}\n`)
      // The next build clears the terminal, and this with it.
      if (isTerminal) troubles += `issue: ${text}\n\n`
    },
    end: () => void (quiet || stdout.write('Stopped.\n')),
  }
}

/** The time of day where the person is. */
function toTime(now: number): string {
  return new Date(now).toTimeString().slice(0, 8)
}
