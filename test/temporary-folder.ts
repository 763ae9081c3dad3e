import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Gives a run of the tests a temporary folder of its own; what tests leave in it, as those that fail do, goes with it. */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'issuepress-tests-'))
  // What `tmpdir()` reads, in workers and in the commands that they start, too.
  process.env.TMPDIR = folder
  return () => removeFolder(folder)
}

/** Browsers end with the workers, just before this, and write into their profiles until they have. */
async function removeFolder(folder: string, attempts = 40): Promise<void> {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if (attempts === 1) throw error
    await setTimeout(250)
    await removeFolder(folder, attempts - 1)
  }
}
