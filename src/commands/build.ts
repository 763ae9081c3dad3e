import { color, config, drafts, out, quiet, reporter, root, strict, targets } from './common-options.ts'
import { defineCommand } from './define-command.ts'
import { exitCodeNotes } from './exit-codes.ts'
import { defineOptions, type Flags } from './options.ts'

const options = defineOptions(root, out, config, targets, drafts, strict, color, quiet, reporter)

export type BuildFlags = Flags<typeof options>

export const build = defineCommand({
  name: 'build',
  summary: 'build all issues, or the ones that are named',
  arguments: [{ name: '[file...]', summary: 'Markdown files to build (default: all issues)' }],
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
