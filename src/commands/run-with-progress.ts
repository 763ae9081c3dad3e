import { resolve } from 'node:path'
import type { RunOptions } from '../build.ts'
import type { BuildFlags } from './build/options.ts'
import type { CheckFlags } from './check/options.ts'
import type { Context } from './context.ts'
import { createProgressLine } from './progress-line.ts'

/** The flags that builds and checks have in common. */
export type RunFlags = Pick<BuildFlags, keyof BuildFlags & keyof CheckFlags>

/**
 * Runs a build or a check, with a progress line on the terminal when it takes long.
 * @param files as typed
 * @param run the build or the check
 */
export async function runWithProgress<Result>(
  files: string[],
  { config, configCode, target, drafts, strict, ...flags }: RunFlags,
  context: Context,
  run: (options: RunOptions) => Promise<Result>,
): Promise<Result> {
  const { cwd, signal } = context
  const root = resolve(cwd, flags.root ?? '.')
  const progress = createProgressLine(context, !flags.quiet && flags.reporter === 'pretty')
  try {
    const options = { root, cwd, files, config, configCode, target, drafts, strict, signal }
    return await run({ ...options, jobs: flags.jobs ?? 'auto', onProgress: progress.show })
  } finally {
    progress.clear()
  }
}
