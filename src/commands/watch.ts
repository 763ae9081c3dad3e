import { defineCommand } from './define-command.ts'
import { options } from './watch/options.ts'

export const watch = defineCommand({
  name: 'watch',
  summary: 'rebuild on every change and show the emails in a preview',
  arguments: [
    {
      name: '[file...]',
      summary: 'Markdown files to watch, or their slugs (default: all issues)',
      completes: 'issue',
    },
  ],
  options,
  examples: [
    'issue watch                     the preview is at http://localhost:3333',
    'issue watch --open              open the preview in the browser',
    'issue watch --no-preview        only rebuild dist/',
  ],
  notes: 'Press Ctrl-C to stop; the exit code is then 0.',
  async run([files], flags, context) {
    const { runWatch } = await import('./watch/run-watch.ts')
    return runWatch(files, flags, context)
  },
})
