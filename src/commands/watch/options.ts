import {
  cache,
  cacheDir,
  color,
  config,
  configCode,
  drafts,
  force,
  out,
  quiet,
  reporter,
  root,
  strict,
  targets,
  verbose,
} from '../common-options.ts'
import { createNumberParser } from '../create-number-parser.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  root,
  out,
  force,
  config,
  configCode,
  targets,
  { ...drafts, summary: 'write drafts too; the preview always shows them' },
  strict,
  cacheDir,
  cache,
  color,
  quiet,
  verbose,
  {
    ...reporter,
    summary: 'how to report; unix prints all messages of each build between two lines, for editors',
    choices: ['pretty', 'unix'],
  },
  {
    flags: '--port <number>',
    summary: "the preview's port (default: 3333, or the next free one)",
    parse: createNumberParser(0, 65535, (text) => `port \`${text}\``),
  },
  { flags: '--open', summary: 'open the preview in the browser' },
  {
    flags: '--editor <command>',
    summary: 'the editor to open files in (default: $EDITOR, or a running one)',
  },
  { flags: '--no-preview', summary: 'build without the preview' },
)

export type WatchFlags = Flags<typeof options>
