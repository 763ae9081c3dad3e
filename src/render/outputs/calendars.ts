import type { IssueOutput } from './output.ts'

/** The calendar files of an issue's events. */
export const calendars: IssueOutput = {
  name: 'calendars',
  scope: 'issue',
  files: ({ emails: [email] }) =>
    email.calendars.map(({ path, text }) => ({ path, bytes: Buffer.from(text) })),
}
