import { VFile } from 'vfile'
import { type Rendered, render } from '../render.ts'
import { toSampleLiterals } from '../send/sample-literals.ts'
import type { DrawnIssue } from './build-issue.ts'

/**
 * An issue once more, for a test send: so that its tags can be filled in without taking a sample in its text for one.
 * All there is to complain of was said when it was drawn first.
 */
export function drawSample({ candidate: { file }, context }: DrawnIssue): Promise<Rendered> {
  const { newsletter, readImage, readResults, slugOf } = context
  const { settings, themes } = newsletter
  const copy = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const literals = toSampleLiterals(settings.target)
  return render(copy, { settings, themes, readImage, readResults, slugOf, checks: [], literals })
}
