import { spawnSync } from 'node:child_process'

/**
 * Whether a program is there to test with. A missing one is reported loudly, and fails the tests where
 * `ISSUEPRESS_REQUIRE_BROWSER` is set, as in CI, so that nothing is skipped there.
 * @param arguments_ what prints its version
 * @param purpose what is not tested without it
 */
export function findProgram(program: string, arguments_: readonly string[], purpose: string): boolean {
  if (spawnSync(program, arguments_, { stdio: 'ignore' }).status === 0) return true
  const advice = `Found no ${program}: ${purpose} is NOT tested. (Debian: apt-get install ${packages[program] ?? program})`
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n!!! ${advice}\n`)
  return false
}

const packages: Record<string, string> = { emacs: 'emacs-nox' }
