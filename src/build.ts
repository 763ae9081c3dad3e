import { type BuildOptions, type BuildResult, buildNewsletter } from './newsletter/build-newsletter.ts'
import { type CheckRunOptions, checkNewsletter } from './newsletter/check-newsletter.ts'
import type { RunResult } from './newsletter/run-result.ts'

export type { Progress } from './newsletter/build-each.ts'
export type { RunOptions } from './newsletter/run-result.ts'
export type { BuildOptions, BuildResult, CheckRunOptions, RunResult }

/**
 * Builds a newsletter into its out folder. Prints nothing and does not exit: mistakes are messages on the result's files.
 * @throws {UsageError} for options that make no sense: a missing root or file, an unknown target
 */
export function build(options: BuildOptions): Promise<BuildResult> {
  return buildNewsletter(options)
}

/**
 * Reports the mistakes of issues: what their checks find, and everything else that `build` would report. Writes nothing.
 * @throws {UsageError} as `build` does
 */
export function check(options: CheckRunOptions): Promise<RunResult> {
  return checkNewsletter(options)
}
