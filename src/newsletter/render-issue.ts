import { type Rendered, render } from '../render/render.ts'
import { createRenderOptions } from './create-render-options.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'

/**
 * Renders an issue to look something up in it; no check runs on it, and its messages stay on its file.
 * @param root the newsletter's folder, absolute
 */
export function renderIssue({ file }: IssueFile, newsletter: Newsletter, root: string): Promise<Rendered> {
  return render(file, { ...createRenderOptions(newsletter, root), checks: [] })
}
