import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { UsageError } from '../../files/usage-error.ts'
import { workerFile } from './worker-file.ts'

/**
 * With fewer issues for each, starting workers costs more time than they save: two workers break even at 16 issues in all
 * (`node test/bench/archive.mjs 8,16,32,64 3`).
 */
const issuesPerWorker = 16

/**
 * Resolves how many worker threads build issues.
 * @param jobs a number, of which no more are used than there are issues; `auto` for as many as the machine can run at
 * once and as pay off; 1 by default
 * @param issues how many issues there are to build
 * @returns 1 when this thread is to build them
 * @throws {UsageError} for a number that is not whole or below 1
 */
export function resolveJobs(jobs: number | 'auto' | undefined, issues: number): number {
  if (jobs !== undefined && jobs !== 'auto' && !(Number.isInteger(jobs) && jobs >= 1))
    throw new UsageError(`Unexpected number of jobs \`${jobs}\`, expected a whole number from 1 on`)
  const wanted =
    jobs === 'auto'
      ? Math.min(availableParallelism(), Math.floor(issues / issuesPerWorker))
      : Math.min(jobs ?? 1, issues)
  // Run from its sources, the tool has no workers.
  return wanted > 1 && existsSync(workerFile) ? wanted : 1
}
