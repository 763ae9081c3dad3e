import type { VFile } from 'vfile'
import { countMessages } from '../diagnostics/count-messages.ts'
import { applyRuleLevels } from '../diagnostics/rule-levels.ts'
import { readTextFile } from '../files/read-text-file.ts'
import type { Progress } from './build-each.ts'
import type { BuiltIssue } from './build-issue.ts'
import { type ListedCheck, listChecks } from './list-checks.ts'
import type { Newsletter } from './load-newsletter.ts'
import { moveAddressMessages } from './move-address-messages.ts'
import { moveContrastMessages } from './move-contrast-messages.ts'
import type { PathOptions } from './resolve-paths.ts'
import type { Selection } from './select-issues.ts'

/** The options that a build and a check have in common. */
export interface RunOptions extends PathOptions {
  /** Drafts are built too. */
  drafts?: boolean
  /** Warnings block an issue from being written, as errors do. */
  strict?: boolean
  /**
   * How many worker threads build issues; `auto` for as many as the machine can run at once, where they pay off. By
   * default it is 1: this thread builds all, and so it does with a `config` that is an object, and with `online`.
   */
  jobs?: number | 'auto'
  /** Stops after the current issue, or with several jobs the current ones. */
  signal?: AbortSignal
  /** Called before each issue. */
  onProgress?(progress: Progress): void
}

/** The result of a build or a check. */
export interface RunResult {
  /**
   * `built`, or `passed` for a check: no error. `failed`: an error, or with `strict` a warning. `misconfigured`: the config
   * has an error, and nothing was done. `interrupted`: the signal was aborted.
   */
  outcome: 'built' | 'passed' | 'failed' | 'misconfigured' | 'interrupted'
  /** The issues that were to be built, by path. */
  issues: BuiltIssue[]
  /** The paths of drafts that were not built. */
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

/** Creates the result when there is nothing to build: the config has an error, or there is no issue. */
export function createEmptyResult(newsletter: Newsletter | { misconfigured: VFile }): RunResult {
  const nothing = { issues: [], skippedDrafts: [] }
  if ('misconfigured' in newsletter)
    return { ...nothing, outcome: 'misconfigured', files: [newsletter.misconfigured], checks: [] }
  const files = selectWithMessages(newsletter.files)
  return { ...nothing, outcome: 'failed', files, checks: listChecks(newsletter.settings) }
}

/**
 * Creates the result of a build or a check.
 * @param writeError a file with the message that it could not be written, such as the manifest
 * @param success the outcome when there is no error
 */
export function createRunResult(
  newsletter: Newsletter,
  selection: Selection,
  issues: BuiltIssue[],
  writeError: VFile | undefined,
  options: RunOptions,
  success: 'built' | 'passed',
): RunResult {
  const skippedDrafts = selection.skippedDrafts.map(({ file }) => file)
  const chosen = selection.chosen.map(({ file }) => file)
  const files = [...newsletter.files, ...chosen, ...skippedDrafts, ...(writeError ? [writeError] : [])]
  // Drafts are not rendered, and folders have no other place where this is done.
  for (const file of files) applyRuleLevels(file, newsletter.settings.checks)
  return {
    outcome: resolveOutcome(files, options, success),
    issues,
    skippedDrafts: skippedDrafts.map(({ path }) => path),
    files: withIncludedFiles(
      selectWithMessages(moveContrastMessages(moveAddressMessages(files, newsletter), newsletter)),
    ),
    checks: listChecks(newsletter.settings),
  }
}

function resolveOutcome(
  files: VFile[],
  { signal, strict }: RunOptions,
  success: 'built' | 'passed',
): RunResult['outcome'] {
  const { errors, warnings } = countMessages(files)
  if (signal?.aborted) return 'interrupted'
  return errors > 0 || (strict && warnings > 0) ? 'failed' : success
}

/** Adds the included files that messages of issues are about, so that reports can show their lines. */
function withIncludedFiles(files: VFile[]): VFile[] {
  const known = new Set(files.map(({ path }) => path))
  const added: VFile[] = []
  for (const { cwd, messages } of files)
    for (const { file: path } of messages) {
      if (path === undefined || known.has(path)) continue
      known.add(path)
      const file = readTextFile(path, { cwd, within: cwd })
      file.messages = []
      added.push(file)
    }
  return [...files, ...added]
}

function selectWithMessages(files: VFile[]): VFile[] {
  return files.filter(({ messages }) => messages.length > 0)
}
