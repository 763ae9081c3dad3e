import { expectedName } from '../../diagnostics/list-names.ts'
import { UsageError } from '../../files/usage-error.ts'
import type { Context } from '../context.ts'
import type { Command, CommandGroup } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import { completeWords } from './complete-words.ts'
import { formatCandidates, readBashWords } from './format-candidates.ts'
import { createListValues } from './list-values.ts'
import { scripts, shellNames } from './scripts.ts'

/**
 * `issue completion <shell> [word...]`: prints a shell's script, or what can complete the last word.
 * @param words those after `issue`, up to the one that is completed
 * @throws {UsageError} for a shell that there is no script for
 */
export async function runCompletion(
  shell: string,
  words: readonly string[],
  commands: readonly (Command | CommandGroup)[],
  { cwd, stdout }: Context,
): Promise<number> {
  const known = shellNames.find((name) => name === shell)
  if (!known)
    throw new UsageError(`Unexpected shell \`${shell}\`, expected ${expectedName(shell, shellNames)}`)
  if (words.length === 0) stdout.write(scripts[known])
  else {
    const typed = known === 'bash' ? readBashWords(words) : words
    stdout.write(formatCandidates(await completeWords(typed, commands, createListValues(cwd)), known))
  }
  return exitCodes.fine
}
