import { color } from './common-options.ts'
import { defineCommand } from './define-command.ts'
import { defineOptions, type Flags } from './options.ts'

const options = defineOptions(color)

export type TargetsFlags = Flags<typeof options>

export const targets = defineCommand({
  name: 'targets',
  summary: 'tell of the email service providers that an issue can be built for',
  arguments: [{ name: '[name]', summary: 'one of them (default: a table of all)' }],
  options,
  examples: [],
  async run([name], flags, context) {
    const { runTargets } = await import('./targets/run-targets.ts')
    return runTargets(name, flags, context)
  },
})
