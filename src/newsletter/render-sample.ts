import { VFile } from 'vfile'
import { type Rendered, render } from '../render/render.ts'
import { createSampleLiterals } from '../send/sample-literals.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { RenderedIssue } from './build-issue.ts'

/**
 * An issue once more, for a test send: so that its tags can be filled in without taking a sample in its text for one.
 * All that there is to report was reported when it was rendered first.
 */
export function renderSample({ issueFile: { file }, context }: RenderedIssue): Promise<Rendered> {
  const { renderOptions } = context
  const { settings } = renderOptions
  const copy = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const literals = createSampleLiterals(resolveTarget(settings, settings.target))
  return render(copy, { ...renderOptions, checks: [], literals })
}
