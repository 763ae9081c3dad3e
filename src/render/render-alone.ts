import type { VFile } from 'vfile'
import { restoreOwnText } from '../diagnostics/included-files.ts'
import { type Rendered, type RenderOptions, render as renderIssue } from './render.ts'

/**
 * Renders one issue, without access to the disk. The result is an email even if the issue has mistakes: its messages
 * show whether it can be sent. A message on an included file has its path as `file`.
 * @param file the Markdown; its `path` is relative to the newsletter's root, with `/`
 * @throws {Error} when there is no template at all to render with
 */
export async function render(file: VFile, options: RenderOptions): Promise<Rendered> {
  const rendered = await renderIssue(file, options)
  restoreOwnText(file)
  return rendered
}
