import type { TargetOutput } from './output.ts'

/** The email's plaintext. */
export const emailText: TargetOutput = {
  name: 'email-text',
  scope: 'target',
  files: ({ email }) => [{ path: 'email.txt', bytes: Buffer.from(email.text) }],
}
