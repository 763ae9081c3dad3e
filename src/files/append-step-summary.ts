import { appendFileSync, statSync } from 'node:fs'

/**
 * The bytes that GitHub accepts from one step at most; of more it shows nothing:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits
 */
const stepSummaryLimit = 1024 * 1024

/**
 * Appends to the summary of a step of GitHub Actions.
 * @param path the file that `GITHUB_STEP_SUMMARY` names
 * @param format receives the number of bytes that are left
 * @throws {Error} when the file cannot be written
 */
export function appendStepSummary(path: string, format: (room: number) => string): void {
  const { size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
  appendFileSync(path, format(Math.max(0, stepSummaryLimit - size)))
}
