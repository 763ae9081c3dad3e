import type { IssueOutput } from './output.ts'

/** The pages that the options of an issue's polls lead to. */
export const votePages: IssueOutput = {
  name: 'vote-pages',
  scope: 'out',
  files: ({ emails: [{ pages }] }) => pages.map(({ path, html }) => ({ path, bytes: Buffer.from(html) })),
}
