/**
 * How `issue watch` fares over a long day: from save to files written, and its memory over many rebuilds:
 * `node test/bench/watch.mjs [rebuilds]`. The time that remark alone takes for the same Markdown stands beside it.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const rebuilds = Number(process.argv[2] ?? 1000)
const cli = join(import.meta.dirname, '..', '..', 'lib', 'cli.js')
const root = mkdtempSync(join(tmpdir(), 'issuepress-bench-'))
mkdirSync(join(root, 'issues'))
writeFileSync(
  join(root, 'issue.config.yml'),
  'name: Bench\nurl: https://bench.news\nfrom: a@bench.news\npostalAddress: 1 Tower Road\n',
)

const paragraph =
  'A paragraph of some length, with *emphasis*, a [link to a paper](https://papers.news/one) and `code`, as it is.\n\n'
const toBody = (bytes) => `# The title\n\n${paragraph.repeat(Math.round(bytes / paragraph.length))}`
const toText = (bytes, save) =>
  `---\nsubject: The subject\npreheader: Save ${save}\n---\n\n${toBody(bytes)}Save ${save}.\n`
const sizes = { small: 5_000, large: 35_000 }
for (const [name, bytes] of Object.entries(sizes))
  writeFileSync(join(root, `issues/${name}.md`), toText(bytes, 0))

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const show = (text, number, unit) =>
  console.log(`${text.padEnd(58)} ${number.toFixed(0).padStart(6)} ${unit}`)

const child = spawn(process.execPath, [cli, 'watch', '--root', root, '--no-preview', '--no-color'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
let said = ''
child.stdout.on('data', (chunk) => {
  said += chunk
})
const built = async (name, from) => {
  while (!new RegExp(`built .*${name}|built 2`).test(said.slice(from))) await setTimeout(1)
}
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

async function save(name, bytes, number) {
  const from = said.length
  const start = performance.now()
  writeFileSync(join(root, `issues/${name}.md`), toText(bytes, number))
  await built(name, from)
  return performance.now() - start
}

await built('small', 0)
let number = 0
for (const [name, bytes] of Object.entries(sizes)) {
  for (let warm = 0; warm < 20; warm += 1) await save(name, bytes, ++number)
  const times = []
  for (let round = 0; round < 41; round += 1) times.push(await save(name, bytes, ++number))
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze()
  const remark = Array.from({ length: 41 }, () => {
    const start = performance.now()
    processor.processSync(toBody(bytes))
    return performance.now() - start
  })
  show(`from save to files written, ${bytes / 1000} kB (median of 41)`, median(times), 'ms')
  show('  of which the watch waits for quiet', 30, 'ms')
  show('  remark alone, Markdown to bare HTML, for comparison', median(remark), 'ms')
}
for (let rebuild = 0; rebuild <= rebuilds; rebuild += 1) {
  if (rebuild % Math.ceil(rebuilds / 10) === 0)
    show(`memory (RSS) after ${rebuild} more rebuilds`, memory(), 'MB')
  await save('small', sizes.small, ++number)
}
child.kill('SIGINT')
await new Promise((resolve) => child.on('exit', resolve))
rmSync(root, { recursive: true, force: true })
