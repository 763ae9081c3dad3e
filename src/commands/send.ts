import { color, config, quiet, root, strict, target } from './common-options.ts'
import { createNumberParser } from './create-number-parser.ts'
import { defineCommand } from './define-command.ts'
import { defineOptions, type Flags } from './options.ts'

const options = defineOptions(
  {
    flags: '--to <addresses>',
    summary: 'who gets it, ten at most, with commas between',
    required: true,
    repeatable: true,
  },
  root,
  { flags: '--as-is', summary: 'do not mark the subject with [test]' },
  {
    flags: '--data <name=value>',
    summary: 'what stands for a merge tag; may be given again',
    repeatable: true,
  },
  { flags: '--dry-run', summary: 'print the message, and send nothing' },
  {
    flags: '--retry <times>',
    summary: 'try again what is refused for the moment',
    parse: createNumberParser(0, 10, (text) => `\`${text}\` in \`--retry\``),
    default: 2,
  },
  {
    flags: '--timeout <seconds>',
    summary: 'how long the server may be silent',
    parse: createNumberParser(1, 600, (text) => `\`${text}\` in \`--timeout\``),
    default: 30,
  },
  config,
  target,
  strict,
  color,
  quiet,
)

export type SendFlags = Flags<typeof options>

export const send = defineCommand({
  name: 'send',
  summary: 'send an issue to a few addresses by SMTP, as a test',
  arguments: [{ name: '<file>', summary: 'the Markdown file of the issue' }],
  options,
  examples: [
    'issue send issues/2024-11-28-sora.md --to ada@example.com',
    'issue send issues/2024-11-28-sora.md --to ada@example.com,bob@example.com --data first_name=Ada',
    'issue send issues/2024-11-28-sora.md --to ada@example.com --dry-run > test.eml',
  ],
  notes: `The server stands in the config (smtp: { host, port, secure, user }) and its password in ISSUE_SMTP_PASSWORD, or all of
it in ISSUE_SMTP_URL: smtp://user:password@smtp.example.com:587. A server on your own machine that knows no TLS:
smtp://localhost:1025?secure=none.

Exit codes: 0 all accepted, 1 not sound or not accepted, 2 wrong usage or config, 130 interrupted`,
  async run([file], flags, context) {
    const { runSend } = await import('./send/run-send.ts')
    return runSend(file, flags, context)
  },
})
