import { options } from './build/options.ts'
import { defineCommand } from './define-command.ts'
import { exitCodeNotes } from './exit-codes.ts'

export const build = defineCommand({
  name: 'build',
  summary: 'build all issues, or only the given ones',
  arguments: [
    {
      name: '[file...]',
      summary: 'Markdown files to build, or their slugs (default: all issues)',
      completes: 'issue',
    },
  ],
  options,
  examples: [
    'issue build                                  every issue, into dist/',
    'issue build issues/2024-11-28-sora.md        only this one',
    'issue build --strict --reporter json         for CI',
    'issue build --root newsletter --out public   from one folder to another',
  ],
  notes: exitCodeNotes,
  async run([files], flags, context) {
    const { runBuild } = await import('./build/run-build.ts')
    return runBuild(files, flags, context)
  },
})
