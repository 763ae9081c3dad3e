import { VFile } from 'vfile'
import { checks } from '../checks/index.ts'
import { report } from '../diagnostics/report.ts'
import { decodeText } from '../files/decode-text.ts'
import { buildAll } from './build-all.ts'
import { buildEach } from './build-each.ts'
import type { BuiltIssue, IssueContext, RenderedIssue } from './build-issue.ts'
import type { OnlineOptions } from './check-online.ts'
import { createIssueContext } from './create-issue-context.ts'
import { type CacheOptions, createIssueCache } from './issue-cache.ts'
import { type IssueFile, loadNewsletter } from './load-newsletter.ts'
import { resolvePaths } from './resolve-paths.ts'
import {
  createEmptyResult,
  createRunResult,
  hasIssues,
  type RunOptions,
  type RunResult,
} from './run-result.ts'
import { selectIssues } from './select-issues.ts'
import { validateSlugs } from './validate-slugs.ts'

/** The path of an issue from standard input, from whose folder its relative addresses are resolved. */
const inputPath = 'issues/stdin.md'

export interface CheckRunOptions extends RunOptions {
  /**
   * The Markdown of one more issue, in UTF-8, as it comes from standard input; its path is `issues/stdin.md`. Without
   * `files` it is the only issue that is checked.
   */
  input?: Uint8Array
  /** Requests every link over the network; without it nothing is requested. */
  online?: OnlineOptions
}

/** What a command adds to a check. */
export interface CheckHooks {
  /** `false` checks the email alone, without its web copy. */
  web?: boolean
  /**
   * Restores issues that have not changed since an earlier check. It is not used with `input`, whose text has no file, nor
   * with `online`, since the links of a restored issue are not known.
   */
  cache?: CacheOptions | undefined
  /** The paths of issues, relative to the newsletter's folder: of those requested, no other is checked. */
  only?: ReadonlySet<string> | undefined
  /** Called when an issue was rendered, or could not be. */
  onRendered?(rendered: RenderedIssue): void
}

/**
 * Runs the checks on issues and reports what a build would report. Writes nothing.
 * @throws {UsageError} as `buildNewsletter` does
 */
export async function checkNewsletter(
  options: CheckRunOptions,
  { web, onRendered, only, cache: cacheOptions }: CheckHooks = {},
): Promise<RunResult> {
  const paths = resolvePaths(options)
  const input = options.input && createInputFile(options.input, paths.root)
  const newsletter = await loadNewsletter({ ...paths, input })
  if (!hasIssues(newsletter)) return createEmptyResult(newsletter)

  const requested = [...paths.requested, ...(input ? [inputPath] : [])]
  // A draft that was named is checked.
  const drafts = options.drafts ?? requested.length > 0
  const selection = selectIssues(newsletter.issues, requested, drafts, only)
  // An issue from standard input most likely has a file with the same slug: that is no conflict.
  const isOnDisk = ({ file }: IssueFile) => file !== input
  validateSlugs(selection.chosen.filter(isOnDisk), selection.others)
  const { root } = paths
  const context: IssueContext = {
    ...createIssueContext(newsletter, { root, strict: options.strict }),
    // Nothing is written, so no files are created.
    outputs: [],
    web,
    onRendered,
  }
  const cache = cacheOptions && !input && !options.online ? createIssueCache(cacheOptions, root) : undefined
  const issues = options.online
    ? await checkAndRequest(selection.chosen, context, options.online, options)
    : await buildAll(selection.chosen, context, { ...options, paths, cache })
  if (paths.requested.length === 0 && !options.signal?.aborted) cache?.prune(context)
  return createRunResult(newsletter, selection, issues, undefined, options, 'passed')
}

/** Checks issues and requests their links. The code for the network is loaded only here. */
async function checkAndRequest(
  chosen: IssueFile[],
  context: IssueContext,
  online: OnlineOptions,
  { onProgress, ...options }: CheckRunOptions,
): Promise<BuiltIssue[]> {
  const { checkOnline, createLinkCollector } = await import('./check-online.ts')
  const { collector, linksByFile } = createLinkCollector()
  const renderOptions = { ...context.renderOptions, checks: [...checks, collector] }
  const issues = await buildEach(chosen, { ...context, renderOptions }, options)
  const { root, strict } = context
  return checkOnline(issues, linksByFile, {
    ...online,
    root,
    strict,
    signal: options.signal,
    onProgress: ({ done, total, url }) => onProgress?.({ done: done - 1, total, source: url }),
  })
}

/**
 * Creates the file of an issue that comes from standard input.
 * @param bytes its Markdown, in UTF-8
 * @param root the newsletter's folder, absolute
 */
function createInputFile(bytes: Uint8Array, root: string): VFile {
  const file = new VFile({ path: inputPath, cwd: root, value: '' })
  const decoded = decodeText(bytes)
  if ('text' in decoded) file.value = decoded.text
  else {
    report(file, `Cannot read the standard input: ${decoded.error}`, {
      ruleId: 'file-encoding',
      place: decoded.line === undefined ? undefined : { line: decoded.line, column: 1 },
      note: 'Send it as UTF-8.',
    })
  }
  return file
}
