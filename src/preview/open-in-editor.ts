import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:os'
import { basename } from 'node:path'
import toWindowsCommand from 'launch-editor/construct-windows-launch-command.js'
import getArguments from 'launch-editor/get-args.js'
import guessEditor from 'launch-editor/guess.js'

export interface EditorPlace {
  /** Absolute. */
  path: string
  line: number | null
  column: number | null
}

/** They draw on the terminal that they are started in, which is taken. */
const terminalEditors = new Set('vi vim nvim nano pico hx helix kak micro joe ne mcedit ed'.split(' '))

/** An editor that is still there after this many milliseconds has opened. */
const patience = 1500

/**
 * Opens a file at a line.
 * @param editor a command, with arguments if need be; without one, the editor that is running or that the environment names
 * @returns why it could not; nothing when it did
 */
export async function openInEditor(
  { path, line, column }: EditorPlace,
  editor: string | undefined,
): Promise<string | undefined> {
  const words = guessEditor(editor)
  const [command, ...given] = words
  const advice = 'Name one with `--editor`, such as `--editor code`.'
  if (typeof command !== 'string') return `Cannot tell which editor you use. ${advice}`
  if (!words.every((word) => typeof word === 'string'))
    return `Cannot use \`${editor}\` as editor: it is more than one command. ${advice}`
  if (terminalEditors.has(basename(command)))
    return `Cannot open \`${command}\` from here: it needs a terminal of its own. Name an editor with a window, such as \`--editor code\`.`
  const place = getArguments(command, path, line ?? undefined, column ?? 1).map(String)
  const failure = await start(command, [...given.map(String), ...place])
  return failure && `Cannot open \`${command}\`: ${failure}. ${advice}`
}

/** @returns why the editor did not open */
function start(command: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = launch(command, args)
    const timer = setTimeout(() => resolve(undefined), patience)
    const settle = (failure?: string) => {
      clearTimeout(timer)
      resolve(failure)
    }
    child.on('error', (error: NodeJS.ErrnoException) =>
      settle(error.code === 'ENOENT' ? 'there is no such command' : error.message),
    )
    child.on('exit', (code) => settle(code ? `it ended with code ${code}` : undefined))
    child.unref()
  })
}

/** The editor outlives us, and neither draws on our terminal nor reads from it. */
function launch(command: string, args: string[]): ChildProcess {
  if (platform() !== 'win32') return spawn(command, args, { stdio: 'ignore', detached: true })
  // On Windows, editors are mostly scripts, which only a shell can start.
  return spawn(toWindowsCommand(command, args), { stdio: 'ignore', shell: true, windowsHide: true })
}
