import { resolve } from 'node:path'
import { toRelative } from '../../files/paths.ts'
import { buildNewsletter } from '../../newsletter/build-newsletter.ts'
import { formatSummary } from '../../report/format-summary.ts'
import type { Context } from '../context.ts'
import { resolveExitCode } from '../exit-codes.ts'
import { printRun } from '../print-run.ts'
import { resolveCache } from '../resolve-cache.ts'
import { resolveChanged } from '../resolve-changed.ts'
import { runWithProgress } from '../run-with-progress.ts'
import type { BuildFlags } from './options.ts'

/**
 * `issue build [file...]`: builds the newsletter and prints the result.
 * @returns the exit code
 */
export async function runBuild(files: string[], flags: BuildFlags, context: Context): Promise<number> {
  const cache = resolveCache(flags, context)
  const only = await resolveChanged(files, flags, context)
  const result = await runWithProgress(files, flags, context, (options) =>
    buildNewsletter({ ...options, out: flags.out, force: flags.force }, { cache, only }),
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
