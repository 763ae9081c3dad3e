import { resolve } from 'node:path'
import type { RunOptions, RunResult } from '../build.ts'
import { UsageError } from '../files/usage-error.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import type { RunFlags } from './flags.ts'
import { createProgressLine } from './progress-line.ts'

/**
 * Runs a build or a check with a progress line, reports, and tells wrong usage in one line.
 * @param files as typed
 * @param run does it
 * @param report prints what came of it
 * @returns the exit code
 */
export async function runGuarded<Result extends RunResult>(
  files: string[],
  flags: RunFlags,
  context: Context,
  run: (options: RunOptions) => Promise<Result>,
  report: (result: Result, root: string) => void,
): Promise<number> {
  const { cwd, stderr, signal } = context
  const root = resolve(cwd, flags.root ?? '.')
  const progress = createProgressLine(context, !flags.quiet && flags.reporter === 'pretty')
  try {
    const { config, target, drafts, strict } = flags
    const options = { root, cwd, files, config, target, drafts, strict, signal, onProgress: progress.show }
    const result = await run(options)
    progress.clear()
    report(result, root)
    return toExitCode(result)
  } catch (error) {
    progress.clear()
    if (!(error instanceof UsageError)) throw error
    stderr.write(`issue: ${error.message}\n`)
    return exitCodes.usage
  }
}

function toExitCode({ outcome }: RunResult): number {
  if (outcome === 'built' || outcome === 'passed') return exitCodes.fine
  if (outcome === 'misconfigured') return exitCodes.usage
  return outcome === 'interrupted' ? exitCodes.interrupted : exitCodes.errors
}
