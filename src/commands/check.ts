import { check } from '../build.ts'
import { UsageError } from '../files/usage-error.ts'
import { formatCheckSummary } from '../report/format-check-summary.ts'
import type { Context } from './context.ts'
import type { CheckFlags } from './flags.ts'
import { printChecks } from './print-checks.ts'
import { reportRun } from './report-run.ts'
import { runGuarded } from './run-guarded.ts'

/**
 * `issue check [file...]`: holds issues against the checks, writes nothing, and reports. `-` is an issue from standard
 * input.
 * @returns the exit code
 */
export function checkCommand(files: string[], flags: CheckFlags, context: Context): Promise<number> {
  if (flags.list || flags.explain !== undefined) return printChecks(flags, context)
  return runGuarded(
    files.filter((file) => file !== '-'),
    flags,
    context,
    async (options) => {
      const input = files.includes('-') ? await context.readInput() : undefined
      if (input?.length === 0) throw new UsageError('Missing Markdown on standard input')
      const { version, now } = context
      return check({ ...options, input, online: flags.online ? { version, now } : undefined })
    },
    (result, root) => {
      const toSummary = (colour: boolean) => formatCheckSummary(result, { colour })
      reportRun(result, { root, flags, toSummary }, context)
    },
  )
}
