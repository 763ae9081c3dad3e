import { spawn } from 'node:child_process'
import { platform } from 'node:os'
import guessEditor from 'launch-editor/guess.js'
import { openInEditor } from '../../preview/open-in-editor.ts'

/**
 * Opens a file in the editor of the environment, in this terminal, and waits until the editor ends, as Git does. Without
 * one, opens it in an editor that runs.
 * @param path absolute
 * @param environment its `VISUAL` is the editor, else its `EDITOR`: a command with optional arguments
 * @returns why the editor could not be opened; `undefined` when it was
 */
export async function openIssue(
  path: string,
  { VISUAL, EDITOR }: Record<string, string | undefined>,
): Promise<string | undefined> {
  const editor = VISUAL || EDITOR
  if (!editor) {
    const failure = await openInEditor({ path, line: null, column: null }, undefined)
    return failure?.replace('Set one with `--editor`, such as `--editor code`.', 'Set one in `$EDITOR`.')
  }
  const [command, ...args] = guessEditor(editor)
  if (typeof command !== 'string' || !args.every((arg) => typeof arg === 'string'))
    return `Cannot use \`${editor}\` as the editor: it is more than one command`
  return new Promise((resolve) => {
    // On Windows, most editors are scripts, which only a shell can start; it gets the path in quotation marks.
    const isWindows = platform() === 'win32'
    const words = [...args, isWindows ? `"${path}"` : path]
    const child = spawn(command, words, { stdio: 'inherit', shell: isWindows })
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve(`Cannot open \`${command}\`: ${error.code === 'ENOENT' ? 'command not found' : error.message}`),
    )
    child.on('exit', (code) =>
      resolve(code ? `The editor \`${command}\` ended with code ${code}` : undefined),
    )
  })
}
