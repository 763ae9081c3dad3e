import { relative, resolve } from 'node:path'
import type { VFile } from 'vfile'
import type { RunResult } from '../build.ts'
import { appendStepSummary } from '../files/append-step-summary.ts'
import { explainDiskError } from '../files/explain-disk-error.ts'
import { isInside, toRelative } from '../files/paths.ts'
import { formatGithub } from '../report/format-github.ts'
import { formatJson } from '../report/format-json.ts'
import { formatPretty } from '../report/format-pretty.ts'
import { formatSarif } from '../report/format-sarif.ts'
import { formatStepSummary } from '../report/format-step-summary.ts'
import { formatUnix } from '../report/format-unix.ts'
import { wantsColour } from '../report/wants-colour.ts'
import type { Context } from './context.ts'
import type { RunFlags } from './run-with-progress.ts'

export interface PrintRunOptions {
  flags: RunFlags
  /** Absolute paths of the written files. */
  written?: string[]
  /** Formats the summary printed at the end. */
  formatSummary(colour: boolean): string
}

/** Prints the result of a build or a check with the reporter of the flags. */
export function printRun(
  result: RunResult,
  { flags, written = [], formatSummary }: PrintRunOptions,
  { cwd, stdout, stderr, environment, version }: Context,
): void {
  const { quiet, reporter, verbose } = flags
  const root = resolve(cwd, flags.root ?? '.')
  const base = resolveRepository(root, cwd, environment)
  const isShipped = (file: VFile) => file.cwd !== root
  const resolveRepositoryPath = (file: VFile) =>
    isShipped(file) ? undefined : toRelative(base, resolve(root, file.path))
  if (reporter === 'json') return void stdout.write(formatJson(result))
  if (reporter === 'sarif')
    return void stdout.write(formatSarif(result, { version, quiet, resolveRepositoryPath }))
  const colour = wantsColour(flags.color, environment, stderr)
  // Shipped templates keep their package path; the newsletter's files are relative to the working directory.
  const formatPath = (file: VFile) =>
    isShipped(file) ? file.path : toRelative(cwd, resolve(root, file.path))
  if (reporter === 'github') {
    stdout.write(formatGithub(result.files, { quiet, resolveRepositoryPath }))
    writeStepSummary(result, { quiet }, { environment, stderr })
  } else if (reporter === 'unix') stdout.write(formatUnix(result.files, { quiet, formatPath }))
  else {
    stderr.write(
      formatPretty(result.files, { colour, width: stderr.columns, quiet, brief: !verbose, formatPath }),
    )
    const paths = written.map((path) => `${relative(cwd, path)}\n`)
    if (!quiet && paths.length > 0) stdout.write(paths.join(''))
  }
  if (!quiet) stderr.write(formatSummary(colour))
}

/** Adds the result to the page of the run of GitHub Actions; a page that cannot be written is no reason to fail. */
function writeStepSummary(
  result: RunResult,
  { quiet }: Pick<RunFlags, 'quiet'>,
  { environment: { GITHUB_STEP_SUMMARY }, stderr }: Pick<Context, 'environment' | 'stderr'>,
): void {
  if (!GITHUB_STEP_SUMMARY) return
  try {
    appendStepSummary(GITHUB_STEP_SUMMARY, (room) => formatStepSummary(result, { quiet, room }))
  } catch (error) {
    const { reason } = explainDiskError(error)
    stderr.write(`issue: Cannot write the summary \`${GITHUB_STEP_SUMMARY}\`: ${reason}\n`)
  }
}

/** The folder that paths in annotations and SARIF are relative to: the checkout of the GitHub runner if it contains the newsletter. */
function resolveRepository(root: string, cwd: string, { GITHUB_WORKSPACE }: Context['environment']): string {
  return GITHUB_WORKSPACE && isInside(GITHUB_WORKSPACE, root) ? GITHUB_WORKSPACE : cwd
}
