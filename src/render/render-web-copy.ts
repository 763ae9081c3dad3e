import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { renderHtml } from '../html/render-html.ts'
import { serialize } from '../html/serialize.ts'
import type { Theme } from '../theme/theme.ts'
import { prepareIssue } from './prepare-issue.ts'
import type { RenderOptions } from './render-context.ts'
import { removeTags } from './web/remove-tags.ts'

/**
 * An issue as a page for the archive and for "view in browser": its HTML without any merge tag, whose blocks and layout
 * were rendered with `output: "web"`.
 * @param file the Markdown; what was reported on it for its email already is not repeated
 * @returns the whole document; pictures are addressed as in the email
 */
export async function renderWebCopy(file: VFile, options: RenderOptions): Promise<string> {
  const scratch = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
  const { issue, shield, context, variables, tagLink } = await prepareIssue(scratch, options, { web: true })
  const theme = withoutMessages(context.theme)
  const { html } = await renderHtml(issue, { ...context, theme, variables, tagLink, output: 'web' })
  reportFaults(scratch, file)

  const page: Root = fromHtml(html)
  visit(page, 'comment', (_, index, parent) => {
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return index
  })
  removeTags(page, shield)
  return `${serialize(page).trimEnd()}\n`
}

/** The style sheet was read once already, and reported on. */
function withoutMessages(theme: Theme): Theme {
  const files = [...theme.files].map(([path, { path: name, value }]): [string, VFile] => [
    path,
    new VFile({ path: name, value }),
  ])
  return { ...theme, files: new Map(files) }
}

/** A mistake that only the web copy meets: a template that prints something else for it. */
function reportFaults(scratch: VFile, file: VFile): void {
  for (const { reason, ruleId, place, note, fatal } of scratch.messages) {
    const isKnown = file.messages.some((known) => known.reason === reason && known.ruleId === ruleId)
    if (fatal && ruleId === 'template-fault' && !isKnown)
      report(file, reason, { ruleId, place: place && 'start' in place ? place : undefined, note })
  }
}
