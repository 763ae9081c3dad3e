import type { TargetOutput } from './output.ts'

/** The email's HTML. */
export const emailHtml: TargetOutput = {
  name: 'email-html',
  scope: 'target',
  files: ({ email }) => [{ path: 'email.html', bytes: Buffer.from(email.html) }],
}
