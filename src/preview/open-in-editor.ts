import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:os'
import { basename } from 'node:path'
import formatWindowsCommand from 'launch-editor/construct-windows-launch-command.js'
import getArguments from 'launch-editor/get-args.js'
import guessEditor from 'launch-editor/guess.js'

export interface EditorPlace {
  /** Absolute. */
  path: string
  line: number | null
  column: number | null
}

/** They need the terminal that they are started in, which `issue watch` uses. */
const terminalEditors = new Set('vi vim nvim nano pico hx helix kak micro joe ne mcedit ed'.split(' '))

/** An editor that still runs after this many milliseconds has opened. */
const startTimeout = 1500

/**
 * Opens a file in an editor at a line.
 * @param editor a command with optional arguments; by default the running editor, or the one in the environment
 * @returns why the editor could not be opened; `undefined` when it was
 */
export async function openInEditor(
  { path, line, column }: EditorPlace,
  editor: string | undefined,
): Promise<string | undefined> {
  const words = guessEditor(editor)
  const [command, ...args] = words
  const advice = 'Set one with `--editor`, such as `--editor code`.'
  if (typeof command !== 'string') return `Cannot detect your editor. ${advice}`
  if (!words.every((word) => typeof word === 'string'))
    return `Cannot use \`${editor}\` as the editor: it is more than one command. ${advice}`
  if (terminalEditors.has(basename(command)))
    return `Cannot open \`${command}\` from here: it needs its own terminal. Set an editor with a window, such as \`--editor code\`.`
  const place = getArguments(command, path, line ?? undefined, column ?? 1).map(String)
  const failure = await start(command, [...args.map(String), ...place])
  return failure && `Cannot open \`${command}\`: ${failure}. ${advice}`
}

/** @returns why the editor did not open; `undefined` when it did */
function start(command: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = launch(command, args)
    const timer = setTimeout(() => resolve(undefined), startTimeout)
    const settle = (failure?: string) => {
      clearTimeout(timer)
      resolve(failure)
    }
    child.on('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ENOENT' ? 'command not found' : error.message),
    )
    child.on('exit', (code) => settle(code ? `it ended with code ${code}` : undefined))
    child.unref()
  })
}

/** Starts the editor detached, so that it outlives the watch and does not use its terminal. */
function launch(command: string, args: string[]): ChildProcess {
  if (platform() !== 'win32') return spawn(command, args, { stdio: 'ignore', detached: true })
  // On Windows, most editors are scripts, which only a shell can start.
  return spawn(formatWindowsCommand(command, args), { stdio: 'ignore', shell: true, windowsHide: true })
}
