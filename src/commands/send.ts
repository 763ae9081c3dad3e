import { defineCommand } from './define-command.ts'
import { options } from './send/options.ts'

export const send = defineCommand({
  name: 'send',
  summary: 'send an issue to a few addresses by SMTP, as a test',
  arguments: [{ name: '<file>', summary: 'the Markdown file of the issue, or its slug', completes: 'issue' }],
  options,
  examples: [
    'issue send issues/2024-11-28-sora.md --to ada@example.com',
    'issue send issues/2024-11-28-sora.md --to ada@example.com,bob@example.com --data first_name=Ada',
    'issue send issues/2024-11-28-sora.md --to ada@example.com --dry-run > test.eml',
  ],
  notes: `Set the server in the config (smtp: { host, port, secure, user }) and its password in ISSUE_SMTP_PASSWORD, or both in
ISSUE_SMTP_URL: smtp://user:password@smtp.example.com:587. For a server on your own machine without TLS:
smtp://localhost:1025?secure=none.

Exit codes: 0 all accepted, 1 the issue has errors or a message was not accepted, 2 wrong usage or config, 130 interrupted`,
  async run([file], flags, context) {
    const { runSend } = await import('./send/run-send.ts')
    return runSend(file, flags, context)
  },
})
