import { defineCommand } from './define-command.ts'
import { options } from './diff/options.ts'

export const diff = defineCommand({
  name: 'diff',
  summary: 'compare the issues with an earlier state in Git',
  arguments: [{ name: '<ref>', summary: 'a branch, tag or commit' }],
  options,
  examples: [
    'issue diff main                              what this branch changes',
    'issue diff HEAD                              what is not committed yet',
    'issue diff origin/main --reporter markdown   the comment of a pull request',
    'issue diff main --html report.html           a page, with pictures before and after',
  ],
  notes:
    'Exit codes: 0 compared, with or without differences and problems, 2 wrong usage or config, 130 interrupted',
  async run([ref], flags, context) {
    const { runDiff } = await import('./diff/run-diff.ts')
    return runDiff(ref, flags, context)
  },
})
