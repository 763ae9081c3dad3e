import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import { createMessageRecords, type MessageRecord } from '../../diagnostics/message-records.ts'
import { toRelative } from '../../files/paths.ts'
import { formatPretty } from '../../report/format-pretty.ts'
import { formatUnix } from '../../report/format-unix.ts'
import { formatWatchLine, formatWatchList } from '../../report/format-watch-status.ts'
import type { WatchedBuild } from '../../watch.ts'
import type { Context } from '../context.ts'

export interface WatchScreen {
  showAddress(url: string): void
  startBuild(): void
  showBuild(build: WatchedBuild): void
  warn(text: string): void
  end(): void
}

export interface WatchScreenOptions {
  /** The newsletter's folder, absolute. */
  root: string
  colour: boolean
  /** Prints errors and warnings only. */
  quiet: boolean
  /** Prints every message with its note. */
  verbose: boolean
  /** `unix` prints all messages of each build, between a line at its start and one at its end. */
  reporter: 'pretty' | 'unix'
}

/** Clears the terminal and its scrollback, and moves to the first line (ECMA-48 ED and CUP; xterm's ED 3). */
const clear = '\x1b[2J\x1b[3J\x1b[H'

/**
 * The output of a watch. On a terminal, each build replaces the screen with the current state; in a pipe, each build
 * adds a line, and each message is printed once. For an editor, which forgets a build's messages when the next one starts, each
 * build prints all of them.
 */
export function createWatchScreen(
  { cwd, stdout, now }: Pick<Context, 'cwd' | 'stdout' | 'now'>,
  { root, colour, quiet, verbose, reporter }: WatchScreenOptions,
): WatchScreen {
  const isForEditors = reporter === 'unix'
  const isTerminal = stdout.isTTY === true && !isForEditors
  let previewUrl = ''
  let loggedMessages = new Set<string>()
  let loggedSources = ''
  let warnings = ''
  const formatPath = (file: VFile) =>
    file.cwd === root ? toRelative(cwd, resolve(root, file.path)) : file.path
  const formatMessages = (files: VFile[], filter?: (record: MessageRecord) => boolean) =>
    formatPretty(files, {
      ...{ colour, quiet, brief: !verbose, formatPath },
      ...(filter && { filter }),
      ...(stdout.columns ? { width: stdout.columns } : {}),
    })
  const formatHint = () =>
    previewUrl ? `Preview: ${previewUrl}  (Ctrl-C stops)\n` : 'Watching  (Ctrl-C stops)\n'

  function render(build: WatchedBuild): void {
    const line = formatWatchLine(build, formatTime(now()), colour)
    stdout.write(
      `${clear}${warnings}${formatMessages(build.result.files)}${quiet ? '' : formatWatchList(build, colour) + line + formatHint()}`,
    )
    warnings = ''
  }

  function log(build: WatchedBuild): void {
    const isFirst = build.changed.length === 0
    const messages = new Set(createMessageRecords(build.result.files).map(formatKey))
    const isKnown =
      messages.size === loggedMessages.size && [...messages].every((message) => loggedMessages.has(message))
    const before = loggedMessages
    if (!isKnown) stdout.write(formatMessages(build.result.files, (record) => !before.has(formatKey(record))))
    loggedMessages = messages
    const sources = build.result.issues.map(({ source }) => source).join('\n')
    const isUnchanged = build.rendered.length === 0 && isKnown && sources === loggedSources
    loggedSources = sources
    if (quiet || isUnchanged) return
    stdout.write(
      `${isFirst ? formatWatchList(build, false) : ''}${formatWatchLine(build, formatTime(now()), colour)}`,
    )
  }

  function list(build: WatchedBuild): void {
    stdout.write(formatUnix(build.result.files, { quiet, formatPath }))
    if (!quiet) stdout.write(formatWatchLine(build, formatTime(now()), false))
  }

  return {
    startBuild: () => void (isForEditors && !quiet && stdout.write('Building\n')),
    showAddress(url) {
      previewUrl = url
      if (!isTerminal && !quiet) stdout.write(formatHint())
    },
    showBuild: isForEditors ? list : isTerminal ? render : log,
    warn(text) {
      stdout.write(`issue: ${text}\n`)
      // Shown again above the next build, which clears the terminal.
      if (isTerminal) warnings += `issue: ${text}\n\n`
    },
    end: () => void (quiet || stdout.write('Stopped.\n')),
  }
}

/** Messages with the same key are the same to a reader. */
function formatKey({ file, line, reason }: MessageRecord): string {
  return `${file}:${line} ${reason}`
}

/** The local time of day: `09:12:31`. */
function formatTime(now: number): string {
  return new Date(now).toTimeString().slice(0, 8)
}
