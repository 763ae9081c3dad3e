import type { VFile } from 'vfile'
import { countMessages } from '../diagnostics/count-messages.ts'
import type { Progress } from './build-each.ts'
import type { BuiltIssue } from './build-issue.ts'
import { type ListedCheck, listChecks } from './list-checks.ts'
import type { Newsletter } from './load-newsletter.ts'
import type { PathOptions } from './resolve-paths.ts'
import type { Selection } from './select-issues.ts'

/** What a build and a check have in common. */
export interface RunOptions extends PathOptions {
  /** Drafts are built too. */
  drafts?: boolean
  /** Warnings keep an issue from being written, as errors do. */
  strict?: boolean
  /** Ends the build after the issue at hand. */
  signal?: AbortSignal
  /** Called before each issue. */
  onProgress?(progress: Progress): void
}

/** What came of a build or a check. */
export interface RunResult {
  /**
   * `built`, or `passed` when nothing was to be written: all is well. `failed`: something has an error (or, when
   * strict, a warning). `misconfigured`: the config has an error, and nothing was done. `interrupted`: by the signal.
   */
  outcome: 'built' | 'passed' | 'failed' | 'misconfigured' | 'interrupted'
  /** The issues that were to be built, by path. */
  issues: BuiltIssue[]
  /** Drafts that were not built: their paths. */
  skippedDrafts: string[]
  /** Every file with messages: issues, templates, the config. */
  files: VFile[]
  /** All checks of the newsletter, with their levels and options. */
  checks: ListedCheck[]
}

/** Whether there is anything to build: the config has no error, and there is an issue. */
export function hasIssues(newsletter: Newsletter | { misconfigured: VFile }): newsletter is Newsletter {
  return 'issues' in newsletter && newsletter.issues.length > 0
}

/** The result when there is nothing to build: the config has an error, or there is no issue. */
export function createEmptyResult(newsletter: Newsletter | { misconfigured: VFile }): RunResult {
  const nothing = { issues: [], skippedDrafts: [] }
  if ('misconfigured' in newsletter)
    return { ...nothing, outcome: 'misconfigured', files: [newsletter.misconfigured], checks: [] }
  const files = withMessages(newsletter.files)
  return { ...nothing, outcome: 'failed', files, checks: listChecks(newsletter.settings) }
}

/**
 * The result of a build or a check.
 * @param trouble what could not be written besides the issues
 * @param fine what it is when all is well
 */
export function createRunResult(
  newsletter: Newsletter,
  selection: Selection,
  issues: BuiltIssue[],
  trouble: VFile | undefined,
  options: RunOptions,
  fine: 'built' | 'passed',
): RunResult {
  const skippedDrafts = selection.skippedDrafts.map(({ file }) => file)
  const chosen = selection.chosen.map(({ file }) => file)
  const files = [...newsletter.files, ...chosen, ...skippedDrafts, ...(trouble ? [trouble] : [])]
  return {
    outcome: toOutcome(files, options, fine),
    issues,
    skippedDrafts: skippedDrafts.map(({ path }) => path),
    files: withMessages(files),
    checks: listChecks(newsletter.settings),
  }
}

function toOutcome(
  files: VFile[],
  { signal, strict }: RunOptions,
  fine: 'built' | 'passed',
): RunResult['outcome'] {
  const { errors, warnings } = countMessages(files)
  if (signal?.aborted) return 'interrupted'
  return errors > 0 || (strict && warnings > 0) ? 'failed' : fine
}

function withMessages(files: VFile[]): VFile[] {
  return files.filter(({ messages }) => messages.length > 0)
}
