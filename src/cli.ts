#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { CommanderError } from 'commander'
import type { Context } from './commands/context.ts'
import { exitCodes } from './commands/exit-codes.ts'
import { toProgram } from './commands/to-program.ts'

const packageFile = new URL('../package.json', import.meta.url)

async function main(): Promise<void> {
  const interrupt = new AbortController()
  // The first Ctrl-C lets the issue at hand be finished, the second one ends us at once.
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => interrupt.abort())
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  const context: Context = {
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    readInput: () => buffer(process.stdin),
    environment: process.env,
    version: JSON.parse(readFileSync(packageFile, 'utf8')).version,
    signal: interrupt.signal,
    now: () => performance.timeOrigin + performance.now(),
  }
  try {
    const exit = (code: number) => {
      process.exitCode = code
    }
    await toProgram(context, exit).parseAsync(process.argv)
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? toExitCode(error) : reportFault(error)
  }
}

/** `issue build | head -1` closes the pipe before we are done; that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** Asked for, help and version are fine; all that commander complains of is wrong usage, no command included. */
function toExitCode({ code }: CommanderError): number {
  return ['commander.helpDisplayed', 'commander.version'].includes(code) ? exitCodes.fine : exitCodes.usage
}

function reportFault(error: unknown): number {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`issue: This is a fault of issuepress; please report it.\n${detail}\n`)
  return exitCodes.errors
}

await main()
