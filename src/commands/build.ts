import { relative, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { type BuildResult, build } from '../build.ts'
import { toRelative } from '../files/paths.ts'
import { UsageError } from '../files/usage-error.ts'
import { toJson } from '../report/to-json.ts'
import { toPretty } from '../report/to-pretty.ts'
import { toSummary } from '../report/to-summary.ts'
import { wantsColour } from '../report/wants-colour.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { toProgressLine } from './progress-line.ts'

/** The flags of `issue build`, as the command line gives them. */
export interface BuildFlags {
  root?: string
  out?: string
  config?: string
  target?: string
  drafts?: boolean
  strict?: boolean
  reporter: 'pretty' | 'json'
  color: boolean
  quiet?: boolean
}

/**
 * `issue build [file...]`: builds the newsletter and reports.
 * @returns the exit code
 */
export async function buildCommand(files: string[], flags: BuildFlags, context: Context): Promise<number> {
  const { cwd, stderr, signal } = context
  const root = resolve(cwd, flags.root ?? '.')
  const progress = toProgressLine(context, !flags.quiet && flags.reporter === 'pretty')
  try {
    const { out, config, target, drafts, strict } = flags
    const options = { root, cwd, files, out, config, target, drafts, strict, signal }
    const result = await build({ ...options, onProgress: progress.show })
    progress.clear()
    report(result, root, flags, context)
    return toExitCode(result)
  } catch (error) {
    progress.clear()
    if (!(error instanceof UsageError)) throw error
    stderr.write(`issue: ${error.message}\n`)
    return exitCodes.usage
  }
}

function report(
  result: BuildResult,
  root: string,
  flags: BuildFlags,
  { cwd, stdout, stderr, environment }: Context,
): void {
  if (flags.reporter === 'json') {
    stdout.write(toJson(result))
    return
  }
  const colour = wantsColour(flags.color, environment, stderr)
  // Where the shipped templates are is nobody's business; all else is found from where the command was typed.
  const toShownPath = (file: VFile) =>
    file.cwd === root ? toRelative(cwd, resolve(root, file.path)) : file.path
  const width = stderr.columns
  stderr.write(toPretty(result.files, { colour, width, quiet: flags.quiet, toShownPath }))
  if (flags.quiet) return
  const paths = result.issues.flatMap((issue) =>
    issue.files.map(({ path }) => relative(cwd, resolve(result.out, path))),
  )
  if (paths.length > 0) stdout.write(`${paths.join('\n')}\n`)
  stderr.write(toSummary(result, { colour, shownOut: toRelative(cwd, result.out) }))
}

function toExitCode({ outcome }: BuildResult): number {
  if (outcome === 'built') return exitCodes.fine
  if (outcome === 'misconfigured') return exitCodes.usage
  return outcome === 'interrupted' ? exitCodes.interrupted : exitCodes.errors
}
