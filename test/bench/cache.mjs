/**
 * What the cache saves: `node test/bench/cache.mjs [issues]`. A newsletter of that many issues, made of the sample's, is
 * built without a cache, into an empty one, and again: with nothing changed, with one issue changed, and without `dist/`.
 * Processor time and memory are those of the command's process.
 */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const count = Number(process.argv[2] ?? 300)
const sample = join(import.meta.dirname, '..', '..')
const cli = join(sample, 'lib', 'cli.js')
const root = mkdtempSync(join(tmpdir(), 'issuepress-bench-'))
const cache = join(root, 'cache')

/** Prints what the process has used, in milliseconds and megabytes, as the last line of its standard error. */
const probe = `data:text/javascript,import{writeSync}from'node:fs';
process.on('exit',()=>{const r=process.resourceUsage();writeSync(2,[(r.userCPUTime+r.systemCPUTime)/1e3,r.maxRSS/1024].join(' '))})`

const names = readdirSync(join(sample, 'issues')).filter((name) => name.endsWith('.md'))
cpSync(join(sample, 'issues'), join(root, 'issues'), { recursive: true })
cpSync(join(sample, 'issue.config.yml'), join(root, 'issue.config.yml'))
for (let number = names.length; number < count; number += 1) {
  const name = names[number % names.length]
  const text = readFileSync(join(sample, 'issues', name), 'utf8')
  writeFileSync(join(root, 'issues', name.replace(/\.md$/, `-${number}.md`)), `${text}\nNumber ${number}.\n`)
}

function measure(label, command, ...options) {
  const args = ['--import', probe, cli, command, '--root', root, '--no-color', ...options]
  const start = performance.now()
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const seconds = (performance.now() - start) / 1e3
  const [, messages, cpu, memory] = /^([\s\S]*?)([\d.]+) ([\d.]+)$/.exec(stderr)
  const columns = [cpu / 1e3, seconds].map((each) => `${each.toFixed(2).padStart(8)} s`)
  console.log(`${label.padEnd(44)}${columns.join('')}${Number(memory).toFixed(0).padStart(8)} MB`)
  // The summary names no time, so that all of it has to be the same.
  return { printed: stdout + messages, cpu: Number(cpu) }
}

console.log(`${`${count} issues, Node.js ${process.version}`.padEnd(44)} processor   clock     memory`)
const plain = measure('issue build --no-cache', 'build', '--no-cache')
const first = measure('issue build, empty cache', 'build', '--cache-dir', cache)
const second = measure('issue build, nothing changed', 'build', '--cache-dir', cache)
appendFileSync(join(root, 'issues', names[0]), '\nOne more line.\n')
measure('issue build, one issue changed', 'build', '--cache-dir', cache)
rmSync(join(root, 'dist'), { recursive: true })
measure('issue build, dist/ deleted', 'build', '--cache-dir', cache)
measure('issue check, empty cache', 'check', '--cache-dir', cache)
measure('issue check, nothing changed', 'check', '--cache-dir', cache)

const entries = readdirSync(cache, { recursive: true }).map((path) => statSync(join(cache, path)))
const bytes = entries.filter((stats) => stats.isFile()).reduce((sum, { size }) => sum + size, 0)
console.log(`cache ${(bytes / 2 ** 20).toFixed(1)} MB, ${(bytes / count / 1024).toFixed(0)} KB an issue`)
console.log(`second build: ${((100 * second.cpu) / plain.cpu).toFixed(1)} % of the time without a cache`)
console.log(
  `same output: ${plain.printed === first.printed && plain.printed === second.printed ? 'yes' : 'NO'}`,
)
rmSync(root, { recursive: true, force: true })
