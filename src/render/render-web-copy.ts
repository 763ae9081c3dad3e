import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { validateBlocks } from '../blocks/validate-blocks.ts'
import { report } from '../diagnostics/report.ts'
import { renderHtml } from '../html/render-html.ts'
import { serialize } from '../html/serialize.ts'
import { parseIssue } from '../parse/parse-issue.ts'
import type { Theme } from '../theme/theme.ts'
import { createRenderContext, type RenderOptions } from './render-context.ts'
import { resolveAddresses } from './resolve-addresses.ts'
import { restoreMessages } from './restore-messages.ts'
import { createTemplateVariables } from './template-variables.ts'
import { removeTags } from './web/remove-tags.ts'

/**
 * An issue as a page for the archive and for "view in browser": its HTML without any merge tag, whose blocks and layout
 * were drawn with `output: "web"`.
 * @param file the Markdown; what its email was complained of already is not said again
 * @returns the whole document; pictures are addressed as in the email
 */
export async function renderWebCopy(file: VFile, options: RenderOptions): Promise<string> {
  const scratch = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const parsed = await parseIssue(scratch, options.settings, { web: true, parser: options.parser })
  const { issue, tags } = parsed
  const context = createRenderContext(parsed, options, { web: true })
  resolveAddresses(issue.tree, context)
  validateBlocks(issue.tree, context)
  const variables = createTemplateVariables(context)
  const theme = withoutComplaints(context.theme)
  // A page is no email: its links are not counted as the campaign's.
  const tagLink = (url: string) => url
  const { html } = await renderHtml(issue, { ...context, theme, variables, tagLink, output: 'web' })
  restoreMessages([scratch], tags)
  tellOfFaults(scratch, file)

  const page: Root = fromHtml(html)
  visit(page, 'comment', (_, index, parent) => {
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return index
  })
  removeTags(page, tags)
  return `${serialize(page).trimEnd()}\n`
}

/** The style sheet was read once already, and complained of. */
function withoutComplaints(theme: Theme): Theme {
  const files = [...theme.files].map(([path, { path: name, value }]): [string, VFile] => [
    path,
    new VFile({ path: name, value }),
  ])
  return { ...theme, files: new Map(files) }
}

/** A mistake that only the web copy meets: a template that draws something else for it. */
function tellOfFaults(scratch: VFile, file: VFile): void {
  for (const { reason, ruleId, place, note, fatal } of scratch.messages) {
    const isKnown = file.messages.some((known) => known.reason === reason && known.ruleId === ruleId)
    if (fatal && ruleId === 'template-fault' && !isKnown)
      report(file, reason, { ruleId, place: place && 'start' in place ? place : undefined, note })
  }
}
