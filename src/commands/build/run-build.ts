import { resolve } from 'node:path'
import { build } from '../../build.ts'
import { toRelative } from '../../files/paths.ts'
import { formatSummary } from '../../report/format-summary.ts'
import type { Context } from '../context.ts'
import { resolveExitCode } from '../exit-codes.ts'
import { printRun } from '../print-run.ts'
import { runWithProgress } from '../run-with-progress.ts'
import type { BuildFlags } from './options.ts'

/**
 * `issue build [file...]`: builds the newsletter and prints the result.
 * @returns the exit code
 */
export async function runBuild(files: string[], flags: BuildFlags, context: Context): Promise<number> {
  const result = await runWithProgress(files, flags, context, (options) =>
    build({ ...options, out: flags.out, force: flags.force }),
  )
  const { out, issues } = result
  const written = issues.flatMap((issue) => issue.files.map(({ path }) => resolve(out, path)))
  const shownOut = toRelative(context.cwd, out)
  printRun(
    result,
    { flags, written, formatSummary: (colour) => formatSummary(result, { colour, shownOut }) },
    context,
  )
  return resolveExitCode(result)
}
