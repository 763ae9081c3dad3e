import { defineCommand } from './define-command.ts'
import { options } from './targets/options.ts'

export const targets = defineCommand({
  name: 'targets',
  summary: 'list the email service providers that issues can be built for',
  arguments: [
    {
      name: '[name]',
      summary: 'show all details of this one (default: a table of all)',
      completes: 'target',
    },
  ],
  options,
  examples: [],
  async run([name], flags, context) {
    const { runTargets } = await import('./targets/run-targets.ts')
    return runTargets(name, flags, context)
  },
})
