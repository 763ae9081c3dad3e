import { defineCommand } from './define-command.ts'
import { options } from './new/options.ts'

export const newIssue = defineCommand({
  name: 'new',
  summary: 'write the file of the next issue',
  arguments: [{ name: '[title...]', summary: "the issue's title (default: none yet)" }],
  options,
  examples: [
    'issue new The two sums                   on the next day of `schedule`, or a week after the last',
    'issue new "Tea, again" --open            and open it in the editor',
    'issue new --date 2025-01-14 --no-draft   for that day, as an issue that is built',
  ],
  notes: `The content comes from issues/_template.md, else from the last issues.
Exit codes: 0 written, 1 written but the editor could not be opened, 2 not written: wrong usage or config`,
  async run([title], flags, context) {
    const { runNew } = await import('./new/run-new.ts')
    return runNew(title.join(' '), flags, context)
  },
})
