import type { IssueOutput } from './output.ts'

/** The pictures that the web copy shows; those of the only email, where there is but one, lie in their place. */
export const webImages: IssueOutput = {
  name: 'web-images',
  scope: 'issue',
  files: ({ emails: [{ images }] }) => images.map(({ output, bytes }) => ({ path: output, bytes })),
}
