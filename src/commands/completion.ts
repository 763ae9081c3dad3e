import { options } from './completion/options.ts'
import { type Command, type CommandGroup, defineCommand } from './define-command.ts'

/**
 * Creates the command that prints completion scripts.
 * @param listCommands lists all commands, of which it is one itself
 */
export function createCompletion(listCommands: () => readonly (Command | CommandGroup)[]): Command {
  return defineCommand({
    name: 'completion',
    summary: 'print the completion script of a shell',
    arguments: [
      { name: '<shell>', summary: '`bash`, `zsh` or `fish`', completes: 'shell' },
      {
        name: '[word...]',
        summary: 'print what can complete the last of these words instead, as the script does: -- build --ta',
      },
    ],
    options,
    examples: [
      'issue completion bash >> ~/.bashrc',
      'issue completion zsh > ~/.zfunc/_issue   in a folder of $fpath',
      'issue completion fish > ~/.config/fish/completions/issue.fish',
    ],
    async run([shell, words], _, context) {
      const { runCompletion } = await import('./completion/run-completion.ts')
      return runCompletion(shell, words, listCommands(), context)
    },
  })
}
