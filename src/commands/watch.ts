import { color, config, drafts, out, quiet, root, strict, targets } from './common-options.ts'
import { createNumberParser } from './create-number-parser.ts'
import { defineCommand } from './define-command.ts'
import { defineOptions, type Flags } from './options.ts'

const options = defineOptions(
  root,
  out,
  config,
  targets,
  { ...drafts, summary: 'write drafts too, which the preview shows anyway' },
  strict,
  color,
  quiet,
  {
    flags: '--port <number>',
    summary: "the preview's port (default: 3333, or the next free one)",
    parse: createNumberParser(0, 65535, (text) => `port \`${text}\``),
  },
  { flags: '--open', summary: 'open the preview in the browser' },
  {
    flags: '--editor <command>',
    summary: 'the editor to open files in (default: $EDITOR, or one that runs)',
  },
  { flags: '--no-preview', summary: 'build only' },
)

export type WatchFlags = Flags<typeof options>

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
