/**
 * How `issue watch` fares over a long day: from save to files written, and its memory over many rebuilds:
 * `node test/bench/watch.mjs [rebuilds] [saves]`. The time that remark alone takes for the same Markdown, warm as well,
 * stands beside it. With `WATCH_BASE`, the folder of another version, both are measured in turns. With `WATCH_ARCHIVE`, the
 * newsletter has so many other issues besides, each with a picture of its own.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const rebuilds = Number(process.argv[2] ?? 1000)
const saves = Number(process.argv[3] ?? 25)
const archive = Number(process.env.WATCH_ARCHIVE ?? 0)
/** Until the machine code is compiled, all take longer. */
const warmUps = 15
/** After its first event, the watch waits so long for others, in milliseconds (`src/files/watch-folder.ts`). */
const quietTime = 30
const here = join(import.meta.dirname, '..', '..')

const paragraph =
  'A paragraph of some length, with *emphasis*, a [link to a paper](https://papers.news/one) and `code`, as it is.\n\n'
const toBody = (bytes, save) =>
  `# The title\n\n${paragraph.repeat(Math.round(bytes / paragraph.length))}Save ${save}.\n`
const toText = (bytes, save) =>
  `---\nsubject: The subject\npreheader: Save ${save}\n---\n\n${toBody(bytes, save)}`
const sizes = { small: 5_000, large: 35_000 }

/** What remark-directive does. */
function useDirectives() {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), directive()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
}
const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(useDirectives)
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze()

function measureRemark(body) {
  const [start, before] = [performance.now(), process.cpuUsage()]
  remark.processSync(body)
  const { user, system } = process.cpuUsage(before)
  return { cpu: (user + system) / 1000, wall: performance.now() - start }
}

/** Starts the watch of a newsletter of two issues, and of the archive. */
async function openWatch(repository) {
  const root = mkdtempSync(join(tmpdir(), 'issuepress-bench-'))
  mkdirSync(join(root, 'issues'))
  writeFileSync(
    join(root, 'issue.config.yml'),
    'name: Bench\nurl: https://bench.news\nfrom: a@bench.news\npostalAddress: 1 Tower Road\n',
  )
  for (const [name, bytes] of Object.entries(sizes))
    writeFileSync(join(root, `issues/${name}.md`), toText(bytes, 0))
  for (let index = 0; index < archive; index += 1) {
    cpSync(join(here, 'issues/images/memory.png'), join(root, `issues/picture-${index}.png`))
    writeFileSync(
      join(root, `issues/before-${index}.md`),
      `${toText(sizes.small, index)}\n![A picture](picture-${index}.png)\n`,
    )
  }
  const reporter = join(import.meta.dirname, 'report-save-cpu.cjs')
  const child = spawn(
    process.execPath,
    [
      '--require',
      reporter,
      join(repository, 'lib/cli.js'),
      'watch',
      '--root',
      root,
      '--no-preview',
      '--no-color',
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  const receive = () => new Promise((resolve) => child.once('message', resolve))
  await receive()
  return {
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    /** Saves an issue, and waits until its files are written. */
    async save(name, number) {
      child.send('start')
      await receive()
      const start = performance.now()
      writeFileSync(join(root, `issues/${name}.md`), toText(sizes[name], number))
      const { cpu, printed } = await receive()
      const wall = performance.now() - start
      // The watch counts from its first event, and waits for quiet before it builds.
      const settling = wall - printed + quietTime
      return { cpu, wall: wall - settling, settling }
    },
    async close() {
      child.kill('SIGINT')
      await new Promise((resolve) => child.once('exit', resolve))
      rmSync(root, { recursive: true, force: true })
    },
  }
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
const medianOf = (list, key) => median(list.map((each) => each[key]))
const show = (text, ...columns) => console.log(`${text.padEnd(52)} ${columns.join('   ')}`)
const format = (number, unit) => `${number.toFixed(0).padStart(5)} ${unit}`

const repositories = { ...(process.env.WATCH_BASE && { base: process.env.WATCH_BASE }), now: here }
const watches = new Map()
for (const [label, repository] of Object.entries(repositories))
  watches.set(label, await openWatch(repository))

let number = 0
for (const [name, bytes] of Object.entries(sizes)) {
  const found = new Map([...watches.keys(), 'remark'].map((label) => [label, []]))
  for (let round = -warmUps; round < saves; round += 1) {
    number += 1
    for (const [label, watch] of watches) {
      const measured = await watch.save(name, number)
      if (round >= 0) found.get(label).push(measured)
      // Nobody saves again at once, and the watch compares files that are (`findDropped`).
      await setTimeout(70)
    }
    const alone = measureRemark(toBody(bytes, number))
    if (round >= 0) found.get('remark').push(alone)
  }
  const alone = found.get('remark')
  for (const label of watches.keys()) {
    const measured = found.get(label)
    const suffix = watches.size > 1 ? ` (${label})` : ''
    show(
      `${bytes / 1000} kB, from change seen to files written${suffix}`,
      format(medianOf(measured, 'wall'), 'ms'),
      format(medianOf(measured, 'cpu'), 'ms of the processor'),
      `${(medianOf(measured, 'cpu') / medianOf(alone, 'cpu')).toFixed(2)} × remark`,
    )
    show('  before it, until the change is seen as settled', format(medianOf(measured, 'settling'), 'ms'))
  }
  show(
    '  remark alone, Markdown to bare HTML',
    format(medianOf(alone, 'wall'), 'ms'),
    format(medianOf(alone, 'cpu'), 'ms of the processor'),
  )
}

const watch = watches.get('now')
for (let rebuild = 0; rebuild <= rebuilds; rebuild += 1) {
  if (rebuild % Math.ceil(rebuilds / 10) === 0)
    show(`memory (RSS) after ${rebuild} more rebuilds`, format(watch.memory(), 'MB'))
  number += 1
  if (rebuild < rebuilds) await watch.save('small', number)
}
for (const each of watches.values()) await each.close()
