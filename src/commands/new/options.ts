import { config, configCode, quiet, root } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  { flags: '--date <day>', summary: 'its date: 2025-01-14 (default: the next day of `schedule`)' },
  { flags: '--open', summary: 'open it in the editor: $VISUAL, $EDITOR, or a running one' },
  { flags: '--draft', summary: 'with `draft: true`, which builds leave out (default)' },
  { flags: '--no-draft', summary: 'leave out `draft: true`, so that it is built' },
  root,
  config,
  configCode,
  quiet,
)

export type NewFlags = Flags<typeof options>
