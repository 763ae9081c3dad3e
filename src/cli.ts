#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { delayOptimization } from './commands/delay-optimization.ts'
import { enableCompileCache } from './commands/enable-compile-cache.ts'

const packageFolder = new URL('..', import.meta.url)
const interrupt = new AbortController()

// The first Ctrl-C stops after the issue that is being built, the second one at once. SIGTERM ends the process at once,
// whatever it does: a handler would have to wait for the end of a parse.
process.once('SIGINT', () => interrupt.abort())
// The first process of a container has to ask for the signal, or never gets it (Linux, pid_namespaces(7)).
if (process.pid === 1) process.once('SIGTERM', () => process.exit(128 + 15))
for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)

delayOptimization(process.versions.node)
enableCompileCache(fileURLToPath(packageFolder), process.env.HOME ?? process.env.USERPROFILE)
// Only what is imported after that is stored.
const { runProgram } = await import('./commands/run-program.ts')

process.exitCode = await runProgram(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  readInput: async () => (await import('node:stream/consumers')).buffer(process.stdin),
  openTerminal: () =>
    process.stdin.isTTY && process.stderr.isTTY
      ? { input: process.stdin, output: process.stderr }
      : undefined,
  environment: process.env,
  installation: describeInstallation(),
  version: JSON.parse(readFileSync(new URL('package.json', packageFolder), 'utf8')).version,
  signal: interrupt.signal,
  endInOrder: () => {
    process.removeAllListeners('SIGTERM')
    process.once('SIGTERM', () => interrupt.abort())
  },
  now: () => performance.timeOrigin + performance.now(),
})

/** `issue build | head -1` closes the pipe before all output is written, which is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

/** The build writes a digest of all its files beside this one. Node.js brings the names of languages, and dates in them. */
function describeInstallation(): string | undefined {
  const { node, icu } = process.versions
  try {
    return `${readFileSync(new URL('build-id.txt', import.meta.url), 'utf8')} ${node} ${icu} ${process.platform}`
  } catch {
    return undefined
  }
}
