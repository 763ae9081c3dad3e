import type { Nodes, Root } from 'hast'
import { VFile } from 'vfile'
import { parseSwitches } from '../checks/switches.ts'
import { readOwnText } from '../diagnostics/included-files.ts'
import { mergeMessages } from '../diagnostics/once.ts'
import { applyRuleLevels } from '../diagnostics/rule-levels.ts'
import { parseDocument } from '../hast/parse-document.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { renderHtml } from '../html/render-html.ts'
import { serialize } from '../html/serialize.ts'
import { applyTemplateLevels } from '../template-rules/template-switches.ts'
import { prepareIssue } from './prepare-issue.ts'
import type { RenderOptions } from './render-context.ts'
import { restoreMessages } from './restore-tags.ts'
import { removeTags } from './web/remove-tags.ts'

/**
 * Renders an issue as a page for the archive and for "view in browser": its HTML without merge tags, with blocks and
 * layout rendered with `output: "web"`.
 * @param file the Markdown; mistakes that occur only in the web copy are added to its messages
 * @returns the whole document; its images have the same addresses as in the email
 */
export async function renderWebCopy(file: VFile, options: RenderOptions): Promise<string> {
  const copy = new VFile({ path: file.path, cwd: file.cwd, value: readOwnText(file) })
  const { issue, tags, context, variables, tagLink } = await prepareIssue(copy, options, { web: true })
  const { html } = await renderHtml(issue, { ...context, variables, tagLink, output: 'web' })
  restoreMessages([copy, ...context.theme.files.values()], tags)
  applyRuleLevels(copy, options.settings.checks, parseSwitches(issue.tree, String(copy)))
  for (const templateFile of context.theme.files.values())
    applyTemplateLevels(templateFile, options.settings.checks)
  mergeMessages(file.messages, copy.messages)

  const page = parseDocument(html)
  removeComments(page)
  removeTags(page, tags)
  return `${serialize(page).trimEnd()}\n`
}

/** Removes comments, which are for mail clients, in place. */
function removeComments(page: Root): void {
  walkTree<Nodes>(page, (node) => {
    if ('children' in node && node.children.some(isComment))
      node.children = node.children.filter((child) => !isComment(child)) as typeof node.children
  })
}

function isComment({ type }: Nodes): boolean {
  return type === 'comment'
}
