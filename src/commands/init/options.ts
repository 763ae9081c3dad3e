import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  { flags: '--name <name>', summary: "the newsletter's name (default: the folder's)" },
  { flags: '--from <sender>', summary: 'the sender: "Ada <ada@example.com>"' },
  { flags: '--target <esp>', summary: 'the email service provider (default: generic)', completes: 'target' },
  {
    flags: '--template <name>',
    summary: 'the look: default, letter, digest or brand (default: default)',
    completes: 'template',
  },
  { flags: '--date <day>', summary: 'the day of the first issue, 2026-01-06 (default: next Tuesday)' },
  { flags: '-y, --yes', summary: 'ask nothing: what no option gives has its default' },
  { flags: '--dry-run', summary: 'print what would be written, and write nothing' },
)

export type InitFlags = Flags<typeof options>
