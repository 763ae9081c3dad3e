import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { kill, pid as ownPid } from 'node:process'
import { attempt } from './attempt.ts'

/** The machine, the process and a number of its own. */
const temporaryName = /^\.issuepress-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/

/** Created when it is first needed. */
let machine: string | undefined

/**
 * Creates a path for a file or folder that is written beside its target, which it then replaces.
 * @param target absolute
 */
export function createTemporaryPath(target: string): string {
  const name = `.issuepress-${readMachine()}-${ownPid}-${randomBytes(6).toString('hex')}.tmp`
  return join(dirname(target), name)
}

/**
 * Removes the temporary files that processes which have ended, because they were killed, left in a folder. Those of another
 * machine stay, whose processes are not known here: it may share the folder, as a container does.
 * @param folder absolute
 */
export function removeAbandonedFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, owner, pid] = temporaryName.exec(name) ?? []
    if (owner === readMachine() && !isRunning(Number(pid))) attempt(() => unlinkSync(join(folder, name)))
  }
}

/** A container has a name of its own, unlike its kernel. */
function readMachine(): string {
  machine ??= createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  return machine
}

/** Whether a process is there, also one that belongs to somebody else (`kill(2)`: only then `ESRCH`). */
function isRunning(pid: number): boolean {
  try {
    kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
