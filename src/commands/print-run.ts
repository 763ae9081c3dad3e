import { relative, resolve } from 'node:path'
import type { VFile } from 'vfile'
import type { RunResult } from '../build.ts'
import { isInside, toRelative } from '../files/paths.ts'
import { formatGithub } from '../report/format-github.ts'
import { formatJson } from '../report/format-json.ts'
import { formatPretty } from '../report/format-pretty.ts'
import { formatSarif } from '../report/format-sarif.ts'
import { wantsColour } from '../report/wants-colour.ts'
import type { Context } from './context.ts'
import type { RunFlags } from './run-with-progress.ts'

export interface PrintRunOptions {
  flags: RunFlags
  /** Paths that were written, absolute. */
  written?: string[]
  /** The lines at the end. */
  formatSummary(colour: boolean): string
}

/** Prints what came of a build or a check, as the flags ask for. */
export function printRun(
  result: RunResult,
  { flags, written = [], formatSummary }: PrintRunOptions,
  { cwd, stdout, stderr, environment, version }: Context,
): void {
  const { quiet, reporter } = flags
  const root = resolve(cwd, flags.root ?? '.')
  const base = resolveRepository(root, cwd, environment)
  const isOurs = (file: VFile) => file.cwd !== root
  const toRepositoryPath = (file: VFile) =>
    isOurs(file) ? undefined : toRelative(base, resolve(root, file.path))
  if (reporter === 'json') return void stdout.write(formatJson(result))
  if (reporter === 'sarif')
    return void stdout.write(formatSarif(result, { version, quiet, toRepositoryPath }))
  const colour = wantsColour(flags.color, environment, stderr)
  if (reporter === 'github') stdout.write(formatGithub(result.files, { quiet, toRepositoryPath }))
  else {
    // Where the shipped templates are is nobody's business; all else is found from where the command was typed.
    const toShownPath = (file: VFile) =>
      isOurs(file) ? file.path : toRelative(cwd, resolve(root, file.path))
    stderr.write(formatPretty(result.files, { colour, width: stderr.columns, quiet, toShownPath }))
    const paths = written.map((path) => `${relative(cwd, path)}\n`)
    if (!quiet && paths.length > 0) stdout.write(paths.join(''))
  }
  if (!quiet) stderr.write(formatSummary(colour))
}

/** What GitHub's annotations and SARIF take paths from: the checkout, if the runner names one around the newsletter. */
function resolveRepository(root: string, cwd: string, { GITHUB_WORKSPACE }: Context['environment']): string {
  return GITHUB_WORKSPACE && isInside(GITHUB_WORKSPACE, root) ? GITHUB_WORKSPACE : cwd
}
