import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { mergeMessages } from '../diagnostics/once.ts'
import { renderHtml } from '../html/render-html.ts'
import { serialize } from '../html/serialize.ts'
import { prepareIssue } from './prepare-issue.ts'
import type { RenderOptions } from './render-context.ts'
import { restoreMessages } from './restore-tags.ts'
import { removeTags } from './web/remove-tags.ts'

/**
 * An issue as a page for the archive and for "view in browser": its HTML without any merge tag, whose blocks and layout
 * were rendered with `output: "web"`.
 * @param file the Markdown; a mistake that only the web copy meets is added to its messages
 * @returns the whole document; pictures are addressed as in the email
 */
export async function renderWebCopy(file: VFile, options: RenderOptions): Promise<string> {
  const scratch = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const { issue, tags, context, variables, tagLink } = await prepareIssue(scratch, options, { web: true })
  const { html } = await renderHtml(issue, { ...context, variables, tagLink, output: 'web' })
  restoreMessages([scratch, ...context.theme.files.values()], tags)
  mergeMessages(file.messages, scratch.messages)

  const page: Root = fromHtml(html)
  visit(page, 'comment', (_, index, parent) => {
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return index
  })
  removeTags(page, tags)
  return `${serialize(page).trimEnd()}\n`
}
