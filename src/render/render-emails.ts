import { VFile } from 'vfile'
import type { CheckCounts } from '../checks/run-checks.ts'
import { readOwnText } from '../diagnostics/included-files.ts'
import { mergeTargetMessages } from '../diagnostics/once.ts'
import { createMarkdownParser } from '../parse/markdown-parser.ts'
import { maskTargetDetails } from './mask-target-details.ts'
import { type Rendered, type RenderOptions, render } from './render.ts'
import { renderWebCopy } from './render-web-copy.ts'

/** The emails and the web copy of an issue. */
export interface RenderedEmails {
  /** One for each target, in the order of the settings. */
  emails: [Rendered, ...Rendered[]]
  /** The web copy's HTML; `undefined` when it is not requested or the issue has errors. */
  web: string | undefined
  /** How many findings the checks have for all targets. */
  counts: CheckCounts
}

export interface RenderEmailsOptions extends RenderOptions {
  /** Whether to render the web copy; `true` when not given. */
  web?: boolean | undefined
}

/**
 * Renders an issue for every target, and its web copy. Its Markdown is parsed once if the targets' merge tags leave the
 * same text to parse, each of its images is read once, and a mistake that several targets share is reported once.
 * @param file the Markdown
 * @throws {Error} as `render` does
 */
export async function renderEmails(
  file: VFile,
  { web = true, ...options }: RenderEmailsOptions,
): Promise<RenderedEmails> {
  const { settings, readImage, readResults, readFile } = options
  const shared: RenderOptions = {
    ...options,
    parser: options.parser ?? createMarkdownParser(settings.markdown),
    readImage: readImage && readOnce(readImage),
    readResults: readResults && readOnce(readResults),
    readFile: readFile && readOnce(readFile),
  }
  const emails: RenderedEmails['emails'] = [await render(file, shared)]
  for (const target of settings.targets.filter((name) => name !== settings.target)) {
    const copy = new VFile({ path: file.path, cwd: file.cwd, value: readOwnText(file) })
    emails.push(await render(copy, { ...shared, settings: { ...settings, target } }))
    mergeTargetMessages(file.messages, copy.messages, maskTargetDetails)
  }
  // `issue check` renders the web copy as well, since some mistakes occur only there.
  const isRequested = web && !file.messages.some(({ fatal }) => fatal)
  return {
    emails,
    web: isRequested ? await renderWebCopy(file, shared) : undefined,
    counts: {
      errors: emails.reduce((sum, { counts }) => sum + counts.errors, 0),
      warnings: emails.reduce((sum, { counts }) => sum + counts.warnings, 0),
    },
  }
}

/** Caches reads, so that all emails of an issue show the same image even if its file changes meanwhile. */
function readOnce<Read>(read: (path: string) => Read): (path: string) => Read {
  const known = new Map<string, Read>()
  return (path) => {
    const found = known.get(path) ?? read(path)
    known.set(path, found)
    return found
  }
}
