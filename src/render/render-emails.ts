import { VFile } from 'vfile'
import type { CheckCounts } from '../checks/run-checks.ts'
import { mergeTargetMessages } from '../diagnostics/once.ts'
import { createMarkdownParser } from '../parse/markdown-parser.ts'
import { maskTargetDetails } from './mask-target-details.ts'
import { type Rendered, type RenderOptions, render } from './render.ts'
import { renderWebCopy } from './render-web-copy.ts'

/** An issue as it goes out. */
export interface RenderedEmails {
  /** For each target one, in the settings' order. */
  emails: [Rendered, ...Rendered[]]
  /** The web copy's HTML; nothing when nobody wants it, or the issue has errors. */
  web: string | undefined
  /** What the checks found, for all targets together. */
  counts: CheckCounts
}

export interface RenderEmailsOptions extends RenderOptions {
  /** `false` when nobody wants the web copy. */
  web?: boolean | undefined
}

/**
 * Renders an issue for every target, and its web copy. Its Markdown is parsed once for all of them so long as their
 * merge tags leave the same text to parse, and each of its pictures is read once. What several targets have in common
 * is reported once.
 * @param file the Markdown
 * @throws {Error} as `render` does
 */
export async function renderEmails(
  file: VFile,
  { web = true, ...options }: RenderEmailsOptions,
): Promise<RenderedEmails> {
  const { settings, readImage, readResults } = options
  const shared: RenderOptions = {
    ...options,
    parser: createMarkdownParser(settings.markdown.remarkPlugins),
    readImage: readImage && readOnce(readImage),
    readResults: readResults && readOnce(readResults),
  }
  const emails: RenderedEmails['emails'] = [await render(file, shared)]
  for (const target of settings.targets.filter((name) => name !== settings.target)) {
    const copy = new VFile({ path: file.path, cwd: file.cwd, value: String(file) })
    emails.push(await render(copy, { ...shared, settings: { ...settings, target } }))
    mergeTargetMessages(file.messages, copy.messages, maskTargetDetails)
  }
  // A mistake that only the web copy meets is one for `issue check`, too.
  const isWanted = web && !file.messages.some(({ fatal }) => fatal)
  return {
    emails,
    web: isWanted ? await renderWebCopy(file, shared) : undefined,
    counts: {
      errors: emails.reduce((sum, { counts }) => sum + counts.errors, 0),
      warnings: emails.reduce((sum, { counts }) => sum + counts.warnings, 0),
    },
  }
}

/** All emails of an issue show the same picture, also when its file changes meanwhile. */
function readOnce<Read>(read: (path: string) => Read): (path: string) => Read {
  const known = new Map<string, Read>()
  return (path) => {
    const found = known.get(path) ?? read(path)
    known.set(path, found)
    return found
  }
}
