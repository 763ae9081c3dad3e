import type { IssueOutput } from './output.ts'

/** The web copy. */
export const web: IssueOutput = {
  name: 'web',
  scope: 'issue',
  files: ({ web: html }) => (html === undefined ? [] : [{ path: 'index.html', bytes: Buffer.from(html) }]),
}
