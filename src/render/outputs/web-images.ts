import type { IssueOutput } from './output.ts'

/** The images that the web copy shows. With a single target they are the same files as those of the email. */
export const webImages: IssueOutput = {
  name: 'web-images',
  scope: 'issue',
  files: ({ emails: [{ images }] }) => images.map(({ output, bytes }) => ({ path: output, bytes })),
}
