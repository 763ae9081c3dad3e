import {
  cache,
  cacheDir,
  changed,
  color,
  config,
  configCode,
  drafts,
  jobs,
  quiet,
  reporter,
  root,
  strict,
  targets,
  verbose,
} from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  root,
  config,
  configCode,
  targets,
  { ...drafts, summary: 'check drafts too, not only the given ones' },
  strict,
  jobs,
  changed,
  cacheDir,
  cache,
  color,
  quiet,
  verbose,
  reporter,
  { flags: '--online', summary: 'request every link over the network' },
  { flags: '--online-private', summary: 'request links to this machine and private networks, too' },
  { flags: '--list', summary: 'list all checks and other rules, with their levels' },
  {
    flags: '--explain <name>',
    summary: 'explain a check, or any other rule named in a message',
    completes: 'rule',
  },
)

export type CheckFlags = Flags<typeof options>
