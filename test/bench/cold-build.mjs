/**
 * How long a cold start takes: `npm run bench`. Each command runs in a process of its own, in turns, so that a slow
 * moment of the machine hits all alike; the median is printed.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const rounds = Number(process.argv[2] ?? 11)
const root = join(import.meta.dirname, '..', '..')
const cli = join(root, 'lib', 'cli.js')
const out = mkdtempSync(join(tmpdir(), 'issuepress-bench-'))

const commands = {
  'node -e 0': ['-e', '0'],
  'issue --version': [cli, '--version'],
  'issue build (the sample, HTML and plaintext)': [
    cli,
    'build',
    '--root',
    root,
    '--out',
    join(out, 'issue'),
    '--quiet',
    '--no-cache',
  ],
  'plain unified + juice script (HTML only)': [
    join(import.meta.dirname, 'plain.mjs'),
    root,
    join(out, 'plain'),
  ],
}

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    rmSync(join(out, 'issue'), { recursive: true, force: true })
    const start = process.hrtime.bigint()
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
}
rmSync(out, { recursive: true, force: true })

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const width = Math.max(...Object.keys(commands).map((name) => name.length))
console.log(`median of ${rounds} cold starts, Node.js ${process.version}`)
for (const [name, list] of Object.entries(times)) {
  console.log(`${name.padEnd(width)}  ${median(list).toFixed(0).padStart(5)} ms`)
}
