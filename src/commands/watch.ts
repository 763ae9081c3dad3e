import { defineCommand } from './define-command.ts'
import { options } from './watch/options.ts'

export const watch = defineCommand({
  name: 'watch',
  summary: 'build whenever something changes, and show the emails in a preview',
  arguments: [{ name: '[file...]', summary: 'Markdown files to watch (default: all issues)' }],
  options,
  examples: [
    'issue watch                     write, save, look: http://localhost:3333',
    'issue watch --open              and open it in the browser',
    'issue watch --no-preview        only keep dist/ up to date',
  ],
  notes: 'Ctrl-C ends it.',
  async run([files], flags, context) {
    const { runWatch } = await import('./watch/run-watch.ts')
    return runWatch(files, flags, context)
  },
})
