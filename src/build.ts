import { type BuildOptions, type BuildResult, buildNewsletter } from './newsletter/build-newsletter.ts'
import { type CheckRunOptions, checkNewsletter } from './newsletter/check-newsletter.ts'
import type { RunResult } from './newsletter/run-result.ts'

export type { Progress } from './newsletter/build-each.ts'
export type { RunOptions } from './newsletter/run-result.ts'
export type { BuildOptions, BuildResult, CheckRunOptions, RunResult }

/**
 * Builds a newsletter into its out folder. Prints nothing and ends no process: mistakes come back as messages on files.
 * @throws {UsageError} when the options themselves make no sense: a root or file that is not there, an unknown target
 */
export function build(options: BuildOptions): Promise<BuildResult> {
  return buildNewsletter(options)
}

/**
 * Runs the checks on issues, and all that a build reports. Writes nothing.
 * @throws {UsageError} as `build` does
 */
export function check(options: CheckRunOptions): Promise<RunResult> {
  return checkNewsletter(options)
}
