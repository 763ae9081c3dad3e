import { defineCommand } from './define-command.ts'
import { options } from './init/options.ts'

export const init = defineCommand({
  name: 'init',
  summary: 'write a new newsletter that builds',
  arguments: [{ name: '[folder]', summary: 'where to write it (default: here)' }],
  options,
  examples: [
    'issue init my-newsletter                          asks for name, sender, provider and template',
    'issue init --yes --name "The Tea Letter"          asks nothing',
    'issue init --target mailchimp --template letter   asks for the rest',
    'issue init --dry-run                              what would be written here',
  ],
  notes:
    'Files that are there already are named and left as they are.\n' +
    'Exit codes: 0 fine, 2 wrong usage, or a file that cannot be written, 130 interrupted',
  async run([folder], flags, context) {
    const { runInit } = await import('./init/run-init.ts')
    return runInit(folder, flags, context)
  },
})
