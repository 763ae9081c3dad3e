import { VFile } from 'vfile'
import { type Rendered, render } from '../render/render.ts'
import { createSampleLiterals } from '../send/sample-literals.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { RenderedIssue } from './build-issue.ts'
import { createRenderOptions } from './create-render-options.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'

/**
 * Renders an issue to look something up in it. No check runs; messages go to the issue's file.
 * @param root the newsletter's folder, absolute
 */
export function renderIssue({ file }: IssueFile, newsletter: Newsletter, root: string): Promise<Rendered> {
  return render(file, { ...createRenderOptions(newsletter, root), checks: [] })
}

/**
 * Renders an issue again for a test send, in which merge tags are replaced by sample values: text that only looks like
 * a tag is written so that it stays as it is. No check runs and nothing is reported, since both happened at the first
 * rendering.
 */
export function renderSample({ issueFile: { file }, context }: RenderedIssue): Promise<Rendered> {
  const { renderOptions } = context
  const { settings } = renderOptions
  const copy = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const literals = createSampleLiterals(resolveTarget(settings, settings.target))
  return render(copy, { ...renderOptions, checks: [], literals })
}
