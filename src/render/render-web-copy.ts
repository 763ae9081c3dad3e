import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { validateBlocks } from '../blocks/validate-blocks.ts'
import { mergeMessages } from '../diagnostics/once.ts'
import { renderHtml } from '../html/render-html.ts'
import { serialize } from '../html/serialize.ts'
import { parseIssue } from '../parse/parse-issue.ts'
import { createRenderContext, type RenderOptions } from './render-context.ts'
import { resolveAddresses } from './resolve-addresses.ts'
import { restoreMessages } from './restore-messages.ts'
import { createTemplateVariables } from './template-variables.ts'
import { removeTags } from './web/remove-tags.ts'

/**
 * An issue as a page for the archive and for "view in browser": its HTML without any merge tag, whose blocks and layout
 * were drawn with `output: "web"`.
 * @param file the Markdown; a mistake that only the web copy meets is added to its messages
 * @returns the whole document; pictures are addressed as in the email
 */
export async function renderWebCopy(file: VFile, options: RenderOptions): Promise<string> {
  const scratch = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const parsed = await parseIssue(scratch, options.settings, { web: true, parser: options.parser })
  const { issue, shield } = parsed
  const context = createRenderContext(parsed, options, { web: true })
  resolveAddresses(issue.tree, context)
  validateBlocks(issue.tree, context)
  const variables = createTemplateVariables(context)
  // A page is no email: its links are not counted as the campaign's.
  const tagLink = (url: string) => url
  const { html } = await renderHtml(issue, { ...context, variables, tagLink, output: 'web' })
  restoreMessages(scratch, shield)
  mergeMessages(file.messages, scratch.messages)

  const page: Root = fromHtml(html)
  visit(page, 'comment', (_, index, parent) => {
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return index
  })
  removeTags(page, shield)
  return `${serialize(page).trimEnd()}\n`
}
