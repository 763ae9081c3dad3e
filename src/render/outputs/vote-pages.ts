import type { IssueOutput } from './output.ts'

/** The vote pages of an issue's polls. */
export const votePages: IssueOutput = {
  name: 'vote-pages',
  scope: 'out',
  files: ({ emails: [{ pages }] }) => pages.map(({ path, html }) => ({ path, bytes: Buffer.from(html) })),
}
