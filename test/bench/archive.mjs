/**
 * How long an archive takes with one job and with two, and how much memory: `npm run bench`. The issues are those of the
 * sample, repeated with other words; each build runs in a process of its own. The processor's time is that of all threads.
 * Two builds at once, which share nothing, show what two cores can do at best.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [sizes = '100,200,1000', rounds = '1'] = process.argv.slice(2)
const repository = join(import.meta.dirname, '..', '..')
const cli = join(repository, 'lib', 'cli.js')
const folder = mkdtempSync(join(tmpdir(), 'issuepress-archive-'))
const usageFile = join(folder, 'usage.json')
const reporter = join(folder, 'report-usage.mjs')
writeFileSync(
  reporter,
  `import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(usageFile)}, JSON.stringify(process.resourceUsage())))
`,
)

/** Creates a newsletter with a number of issues. */
function createArchive(count) {
  const root = join(folder, String(count))
  mkdirSync(join(root, 'issues'), { recursive: true })
  cpSync(join(repository, 'issue.config.yml'), join(root, 'issue.config.yml'))
  cpSync(join(repository, 'issues'), join(root, 'issues'), { recursive: true })
  const names = readdirSync(join(root, 'issues')).filter((name) => name.endsWith('.md'))
  for (let number = names.length; number < count; number += 1) {
    const name = names[number % names.length]
    const text = readFileSync(join(root, 'issues', name), 'utf8')
    // The first empty line is the one below the front matter.
    const copy = text.replace('\n\n', `\n\nThis is edition number ${number}.\n\n`)
    writeFileSync(join(root, 'issues', name.replace('.md', `-${number}.md`)), copy)
  }
  return root
}

/** Builds an archive; returns seconds and MB. */
function measure(root, jobs) {
  const out = join(folder, 'out')
  rmSync(out, { recursive: true, force: true })
  const args = [cli, 'build', '--root', root, '--out', out, '--jobs', String(jobs), '--no-cache', '--quiet']
  const start = process.hrtime.bigint()
  const { status } = spawnSync(process.execPath, ['--import', pathToFileURL(reporter).href, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`The build ended with ${status}`)
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usageFile, 'utf8'))
  return { wall, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }
}

/** Builds an archive twice at once, each in one job; returns the seconds until both are done. */
async function measureTwoAtOnce(root) {
  const outs = ['out-1', 'out-2'].map((name) => join(folder, name))
  const start = process.hrtime.bigint()
  const builds = outs.map((out) =>
    spawn(
      process.execPath,
      [cli, 'build', '--root', root, '--out', out, '--jobs', '1', '--no-cache', '--quiet'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    ),
  )
  for (const [status] of await Promise.all(builds.map((build) => once(build, 'exit'))))
    if (status !== 0) throw new Error(`The build ended with ${status}`)
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  for (const out of outs) rmSync(out, { recursive: true })
  return wall
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const peaks = {}
console.log(`median of ${rounds}, Node.js ${process.version}`)
console.log('issues  jobs  seconds  of the processor  memory (RSS)')
for (const count of sizes.split(',').map(Number)) {
  const root = createArchive(count)
  const runs = { 1: [], 2: [] }
  for (let round = 0; round < Number(rounds); round += 1)
    for (const jobs of [1, 2]) runs[jobs].push(measure(root, jobs))
  for (const jobs of [1, 2]) {
    const [wall, processor, memory] = ['wall', 'processor', 'memory'].map((name) =>
      median(runs[jobs].map((run) => run[name])),
    )
    peaks[jobs] ??= []
    peaks[jobs].push(memory)
    const columns = [String(count).padStart(6), String(jobs).padStart(4), wall.toFixed(1).padStart(7)]
    console.log(
      [...columns, processor.toFixed(1).padStart(16), `${memory.toFixed(0)} MB`.padStart(12)].join('  '),
    )
  }
  const [one, two] = [1, 2].map((jobs) => median(runs[jobs].map(({ wall }) => wall)))
  console.log(`        two jobs are ${(one / two).toFixed(2)} times as fast as one`)
  const both = await measureTwoAtOnce(root)
  console.log(
    `        two builds at once are ${((2 * one) / both).toFixed(2)} times as fast as one after the other`,
  )
}
for (const jobs of [1, 2])
  console.log(
    `memory with the most issues, of that with the fewest, ${jobs === 1 ? 'one job' : 'two jobs'}: ${(peaks[jobs].at(-1) / peaks[jobs][0]).toFixed(2)} times`,
  )
rmSync(folder, { recursive: true, force: true })
