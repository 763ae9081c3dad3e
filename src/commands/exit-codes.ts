import type { RunResult } from '../build.ts'

/** The exit codes of all commands. */
export const exitCodes = {
  fine: 0,
  /** The newsletter has errors. */
  errors: 1,
  /** Wrong usage, or a config with errors. */
  usage: 2,
  /** As a shell reports the signal SIGINT: 128 + 2. */
  interrupted: 130,
} as const

/** The exit codes as explained in the help. */
export const exitCodeNotes =
  'Exit codes: 0 fine, 1 the newsletter has errors, 2 wrong usage or config, 130 interrupted'

/** The exit code of a build or a check. */
export function resolveExitCode({ outcome }: Pick<RunResult, 'outcome'>): number {
  if (outcome === 'built' || outcome === 'passed') return exitCodes.fine
  if (outcome === 'misconfigured') return exitCodes.usage
  return outcome === 'interrupted' ? exitCodes.interrupted : exitCodes.errors
}
