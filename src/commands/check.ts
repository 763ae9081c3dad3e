import { options } from './check/options.ts'
import { defineCommand } from './define-command.ts'
import { exitCodeNotes } from './exit-codes.ts'

export const check = defineCommand({
  name: 'check',
  summary: 'check issues and write nothing',
  arguments: [
    {
      name: '[file...]',
      summary: 'Markdown files to check, or their slugs, or - for standard input (default: all issues)',
      completes: 'issue',
    },
  ],
  options,
  examples: [
    'issue check                                  every issue',
    'issue check issues/2024-11-28-sora.md        only this one',
    'issue check - < draft.md                     text from standard input, as issues/stdin.md',
    'issue check --strict --reporter github       for CI: annotations at the lines',
    'issue check --explain subject-length         what it checks, and how to configure it or switch it off',
  ],
  notes: exitCodeNotes,
  async run([files], flags, context) {
    if (flags.list || flags.explain !== undefined) {
      const { printChecks } = await import('./check/print-checks.ts')
      return printChecks(flags, context)
    }
    const { runCheck } = await import('./check/run-check.ts')
    return runCheck(files, flags, context)
  },
})
