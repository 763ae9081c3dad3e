import { VFile } from 'vfile'
import { type Rendered, render } from '../render/render.ts'
import { createSampleLiterals } from '../send/sample-literals.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { RenderedIssue } from './build-issue.ts'

/**
 * An issue once more, for a test send: so that its tags can be filled in without taking a sample in its text for one.
 * All there is to complain of was said when it was drawn first.
 */
export function renderSample({ issueFile: { file }, context }: RenderedIssue): Promise<Rendered> {
  const { newsletter, readImage, readResults, slugOf } = context
  const { settings, themes } = newsletter
  const copy = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const literals = createSampleLiterals(resolveTarget(settings, settings.target))
  return render(copy, { settings, themes, readImage, readResults, slugOf, checks: [], literals })
}
