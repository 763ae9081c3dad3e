import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const cli = join(import.meta.dirname, '..', '..', 'lib', 'cli.js')

/** A watch in a process of its own. */
export interface OpenWatch {
  /** All that it has said. */
  said(): string
  /** Waits until something holds, and tells what was said when it does not in good time. */
  until(holds: () => boolean | Promise<boolean>): Promise<void>
  /** Ends it as Ctrl-C does. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  process: ChildProcess
}

/** Starts `issue watch` in a folder, and waits for its first build. */
export async function openWatch(cwd: string, ...args: string[]): Promise<OpenWatch> {
  const child = spawn(process.execPath, [cli, 'watch', ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test that fails does not come to its end.
  process.once('exit', () => child.kill())
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  const watch: OpenWatch = {
    process: child,
    said: () => text,
    async until(holds) {
      for (let waited = 0; waited < 60_000; waited += 25) {
        if (await holds()) return
        if (child.exitCode !== null)
          throw new Error(`The watch ended by itself (${child.exitCode}):\n${text}`)
        await setTimeout(25)
      }
      throw new Error(`It never came. The watch said:\n${text}`)
    },
    async stop(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  }
  await watch.until(() => / (?:built|nothing|could not build|drew) .* in \d+ ms/.test(text))
  return watch
}
