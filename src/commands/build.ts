import { resolve } from 'node:path'
import { build } from '../build.ts'
import { toRelative } from '../files/paths.ts'
import { formatSummary } from '../report/format-summary.ts'
import type { Context } from './context.ts'
import type { RunFlags } from './flags.ts'
import { reportRun } from './report-run.ts'
import { runGuarded } from './run-guarded.ts'

/** The flags of `issue build`, as the command line gives them. */
export interface BuildFlags extends RunFlags {
  out?: string
}

/**
 * `issue build [file...]`: builds the newsletter and reports.
 * @returns the exit code
 */
export function buildCommand(files: string[], flags: BuildFlags, context: Context): Promise<number> {
  return runGuarded(
    files,
    flags,
    context,
    (options) => build({ ...options, out: flags.out }),
    (result, root) => {
      const { out, issues } = result
      const written = issues.flatMap((issue) => issue.files.map(({ path }) => resolve(out, path)))
      const shownOut = toRelative(context.cwd, out)
      const summary = (colour: boolean) => formatSummary(result, { colour, shownOut })
      reportRun(result, { root, flags, written, toSummary: summary }, context)
    },
  )
}
