/**
 * How long a cold start takes: `npm run bench`. Each command runs in a process of its own, in turns, so that a slow
 * moment of the machine hits all alike. Medians are printed, each also in proportion to that of a Node.js that does
 * nothing. One round before is not counted: in it Node.js stores the compiled code, where it can.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const rounds = Number(process.argv[2] ?? 15)
const root = join(import.meta.dirname, '..', '..')
const cli = join(root, 'lib', 'cli.js')
const reporter = join(import.meta.dirname, 'report-cpu.cjs')
const folder = mkdtempSync(join(tmpdir(), 'issuepress-bench-'))
const out = join(folder, 'out')
const single = join(folder, 'single')

// The sample with one of its issues, of 5 kB.
mkdirSync(join(single, 'issues'), { recursive: true })
for (const path of ['issue.config.yml', 'issues/images', 'issues/2024-12-03-two-sums.md'])
  cpSync(join(root, path), join(single, path), { recursive: true })

const nothing = 'node -e 0'
const oneIssue = 'issue build (one issue of 5 kB)'
const commands = {
  [nothing]: ['-e', '0'],
  'issue --version': [cli, '--version'],
  'issue --help': [cli, '--help'],
  [oneIssue]: [cli, 'build', '--root', single, '--out', out, '--quiet', '--no-cache'],
  'issue check (the same)': [cli, 'check', '--root', single, '--quiet', '--no-cache'],
  'issue build (the sample, 4 issues)': [cli, 'build', '--root', root, '--out', out, '--quiet', '--no-cache'],
  'plain unified + juice script (HTML only)': [join(import.meta.dirname, 'plain.mjs'), root, out],
}

const cpu = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
const wall = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    rmSync(out, { recursive: true, force: true })
    const start = performance.now()
    const { output, status } = spawnSync(process.execPath, ['--require', reporter, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    })
    if (status !== 0) throw new Error(`${name} ended with ${status}`)
    if (round === 0) continue
    wall[name].push(performance.now() - start)
    cpu[name].push(Number(output[3]))
  }
}
rmSync(folder, { recursive: true, force: true })

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const width = Math.max(...Object.keys(commands).map((name) => name.length))
const format = (times, name) => {
  const ratio = (median(times[name]) / median(times[nothing])).toFixed(2)
  return `${median(times[name]).toFixed(0).padStart(6)} ms ${ratio.padStart(6)} ×`
}
console.log(`median of ${rounds} cold starts, Node.js ${process.version}`)
console.log(`${''.padEnd(width)}   processor, × node      wall, × node`)
for (const name of Object.keys(commands))
  console.log(`${name.padEnd(width)}  ${format(cpu, name)}  ${format(wall, name)}`)
const limit = 1.6 * median(cpu[nothing]) + 150
console.log(
  `one issue needs ${(median(cpu[oneIssue]) / limit).toFixed(2)} times 1.6 × node + 150 ms (of the processor)`,
)
