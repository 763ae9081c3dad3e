import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { runProgram } from '../../src/commands/run-program.ts'

/** The compiled command. */
export const cli = join(import.meta.dirname, '..', '..', 'lib', 'cli.js')

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface OpenWatch {
  /** All of its output. */
  output(): string
  /** Waits until a condition is true; after a while, throws an error with the output. */
  until(holds: () => boolean | Promise<boolean>): Promise<void>
  /** Ends it as Ctrl-C does. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

/** Starts `issue watch` in a folder, within this process, and waits for its first build. */
export async function openWatch(cwd: string, ...args: string[]): Promise<OpenWatch> {
  const interrupt = new AbortController()
  let text = ''
  const output = {
    write(words: string) {
      text += words
    },
  }
  const ended = runProgram(['watch', ...args], {
    cwd,
    stdout: output,
    stderr: output,
    readInput: async () => new Uint8Array(),
    environment: { ...process.env, NO_COLOR: '1' },
    version: '0.0.0',
    signal: interrupt.signal,
    now: Date.now,
  }).then((code): Ended => ({ code, signal: null }))
  return whenBuilt({
    output: () => text,
    ended,
    stop() {
      interrupt.abort()
      return ended
    },
  })
}

/** The same in a process of its own, which can be sent signals. */
export function openWatchProcess(cwd: string, ...args: string[]): Promise<OpenWatch> {
  return openWatchProcessAs(undefined, cwd, ...args)
}

/** The same as another user, by the number, which only root may do. */
export async function openWatchProcessAs(
  uid: number | undefined,
  cwd: string,
  ...args: string[]
): Promise<OpenWatch> {
  const child = spawn(process.execPath, [cli, 'watch', ...args], {
    cwd,
    uid,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  const ended = new Promise<Ended>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
  })
  return whenBuilt({
    output: () => text,
    ended,
    stop(signal = 'SIGINT') {
      child.kill(signal)
      return ended
    },
  })
}

async function whenBuilt({
  ended,
  ...watch
}: Omit<OpenWatch, 'until'> & { ended: Promise<Ended> }): Promise<OpenWatch> {
  let end: Ended | undefined
  ended.then((how) => {
    end = how
  })
  const until: OpenWatch['until'] = async (holds) => {
    for (let waited = 0; waited < 150_000; waited += 25) {
      if (await holds()) return
      if (end) throw new Error(`The watch ended by itself (${end.code}):\n${watch.output()}`)
      await setTimeout(25)
    }
    throw new Error(`It never came. The watch printed:\n${watch.output()}`)
  }
  await until(() => / (?:built|nothing|could not build|rendered) .* in \d+ ms/.test(watch.output()))
  return { ...watch, until }
}
