import { VFile } from 'vfile'
import type { CheckCounts } from '../checks/run-checks.ts'
import { mergeTargetMessages } from '../diagnostics/once.ts'
import { createMarkdownParser } from '../parse/markdown-parser.ts'
import { type Rendered, render } from '../render/render.ts'
import { renderWebCopy } from '../render/render-web-copy.ts'
import type { IssueContext } from './build-issue.ts'
import { maskTargetDetails } from './mask-target-details.ts'

/** An issue as it goes out. */
export interface RenderedEmails {
  /** For each target one, in the settings' order. */
  emails: [Rendered, ...Rendered[]]
  /** The web copy's HTML; nothing when nobody wants it, or the issue has errors. */
  web: string | undefined
  /** What the checks found, for all targets together. */
  counts: CheckCounts
}

/**
 * Renders an issue for every target, and its web copy. A mistake of several targets is reported once (`diagnostics/once.ts`).
 * @param file the Markdown
 */
export async function renderTargets(
  file: VFile,
  { newsletter, checks, readImage, readResults, slugOf, web = true }: IssueContext,
): Promise<RenderedEmails> {
  const { settings, themes } = newsletter
  const parser = createMarkdownParser(settings.markdown.remarkPlugins)
  const options = { settings, themes, readImage, readResults, slugOf, checks, parser }
  const first = await render(file, options)
  const emails: RenderedEmails['emails'] = [first]
  for (const target of settings.targets.filter((name) => name !== settings.target)) {
    const copy = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
    emails.push(await render(copy, { ...options, settings: { ...settings, target } }))
    mergeTargetMessages(file.messages, copy.messages, maskTargetDetails)
  }
  // A mistake that only the web copy meets is one for `issue check`, too.
  const isDrawn = web && !file.messages.some(({ fatal }) => fatal)
  return {
    emails,
    web: isDrawn ? await renderWebCopy(file, options) : undefined,
    counts: {
      errors: emails.reduce((sum, { counts }) => sum + counts.errors, 0),
      warnings: emails.reduce((sum, { counts }) => sum + counts.warnings, 0),
    },
  }
}
