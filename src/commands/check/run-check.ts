import { UsageError } from '../../files/usage-error.ts'
import { checkNewsletter } from '../../newsletter/check-newsletter.ts'
import { formatCheckSummary } from '../../report/format-check-summary.ts'
import type { Context } from '../context.ts'
import { resolveExitCode } from '../exit-codes.ts'
import { printRun } from '../print-run.ts'
import { resolveCache } from '../resolve-cache.ts'
import { resolveChanged } from '../resolve-changed.ts'
import { runWithProgress } from '../run-with-progress.ts'
import type { CheckFlags } from './options.ts'

/**
 * `issue check [file...]`: checks issues and prints what was found; writes nothing. `-` is an issue from
 * standard input.
 * @returns the exit code
 * @throws {UsageError} when standard input is empty, or combined with `--changed`
 */
export async function runCheck(files: string[], flags: CheckFlags, context: Context): Promise<number> {
  const paths = files.filter((file) => file !== '-')
  if (flags.changed !== undefined && paths.length < files.length)
    throw new UsageError(
      'Unexpected `--changed` with `-`, expected one of them: standard input is in no commit',
    )
  const only = await resolveChanged(paths, flags, context)
  const result = await runWithProgress(paths, flags, context, async (options) => {
    const input = files.includes('-') ? await context.readInput() : undefined
    if (input?.length === 0) throw new UsageError('Missing Markdown on standard input')
    const { version, now } = context
    const { online, onlinePrivate = false } = flags
    const requests = online || onlinePrivate ? { version, now, allowPrivate: onlinePrivate } : undefined
    return checkNewsletter(
      { ...options, input, online: requests },
      { cache: resolveCache(flags, context), only },
    )
  })
  printRun(result, { flags, formatSummary: (colour) => formatCheckSummary(result, { colour }) }, context)
  return resolveExitCode(result)
}
