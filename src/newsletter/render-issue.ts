import { readImage } from '../files/read-image.ts'
import { type Rendered, render } from '../render/render.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'

/**
 * Draws an issue to look something up in it; it is held against no check, and its messages stay on its file.
 * @param root the newsletter's folder, absolute
 */
export function renderIssue({ file }: IssueFile, newsletter: Newsletter, root: string): Promise<Rendered> {
  const { settings, themes, slugs } = newsletter
  return render(file, {
    settings,
    themes,
    readImage: (path) => readImage(root, path),
    readResults: (path) => readImage(root, path),
    slugOf: (path) => slugs.get(path),
    checks: [],
  })
}
