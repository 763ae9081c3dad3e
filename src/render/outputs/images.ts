import type { TargetOutput } from './output.ts'

/** The images that the email shows. */
export const images: TargetOutput = {
  name: 'images',
  scope: 'target',
  files: (rendered) => rendered.images.map(({ output, bytes }) => ({ path: output, bytes })),
}
