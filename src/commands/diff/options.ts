import { color, config, configCode, root, target } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  root,
  config,
  configCode,
  target,
  color,
  {
    flags: '--reporter <name>',
    summary: 'how to report; `markdown` is the comment of a pull request',
    choices: ['pretty', 'json', 'markdown'],
    default: 'pretty',
  },
  {
    flags: '--html <file>',
    summary: 'write a page as well, with pictures of the emails if Chrome is installed',
  },
  { flags: '--report-url <url>', summary: 'where the whole report is, for a link in `markdown`' },
)

export type DiffFlags = Flags<typeof options>
