import { root } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  { flags: '--all', summary: 'all files of the template' },
  { flags: '--force', summary: 'replace files that are there' },
  { flags: '--dry-run', summary: 'print what would be copied, and write nothing' },
  { flags: '--diff', summary: 'print how your files differ from the shipped ones, and write nothing' },
  {
    flags: '--merged',
    summary: 'copy nothing, and record that your files have what they need of the shipped ones',
  },
  root,
)

export type EjectFlags = Flags<typeof options>
