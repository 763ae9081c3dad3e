import { color, config, drafts, quiet, reporter, root, strict, targets } from './common-options.ts'
import { defineCommand } from './define-command.ts'
import { exitCodeNotes } from './exit-codes.ts'
import { defineOptions, type Flags } from './options.ts'

const options = defineOptions(
  root,
  config,
  targets,
  { ...drafts, summary: 'check drafts too, not only those that are named' },
  strict,
  color,
  quiet,
  reporter,
  { flags: '--online', summary: 'ask for every link over the network' },
  { flags: '--list', summary: 'list all checks, with their levels' },
  { flags: '--explain <name>', summary: 'explain a check, or any other rule that a message names' },
)

export type CheckFlags = Flags<typeof options>

export const check = defineCommand({
  name: 'check',
  summary: 'hold issues against the checks, and write nothing',
  arguments: [
    {
      name: '[file...]',
      summary: 'Markdown files to check, or - for standard input (default: all issues)',
    },
  ],
  options,
  examples: [
    'issue check                                  every issue',
    'issue check issues/2024-11-28-sora.md        only this one',
    'issue check - < draft.md                     one that is not in the newsletter, as issues/stdin.md',
    'issue check --strict --reporter github       for CI: annotations at the lines',
    'issue check --explain subject-length         why, and how to change it or switch it off',
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
