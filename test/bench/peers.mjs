/**
 * Issuepress beside other tools that make emails: `npm run bench:peers [rounds]`. Their newest versions are installed
 * into a temporary folder. Each tool renders the same Markdown to HTML and plaintext, in turns with the others, so that
 * a slow moment of the machine hits all alike. They take blocks for paragraphs, since they do not know them. Printed are medians of the
 * processor's time, and their ratio to Issuepress with all its checks, which the others do not have.
 */
import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bodyOf, sizes } from './sample.mjs'

const rounds = Number(process.argv[2] ?? 20)
const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'issuepress-peers-'))
const reporter = join(import.meta.dirname, 'report-cpu.cjs')
const packages = ['emailmd', 'mjml', 'react-email', 'react', 'react-dom', 'html-to-text']
// The parser that MJML is used with is the project's own.
const parsers = ['unified', 'remark-parse', 'remark-gfm', 'remark-rehype', 'rehype-stringify']

const issuepressEnv = {
  ISSUEPRESS_SAMPLE: join(import.meta.dirname, 'sample.mjs'),
}
const tools = {
  'issuepress, all checks': { module: 'issuepress.mjs', env: issuepressEnv, keepFrontMatter: true },
  'issuepress, no checks': {
    module: 'issuepress.mjs',
    env: { ...issuepressEnv, ISSUEPRESS_CHECKS: 'none' },
    keepFrontMatter: true,
  },
  emailmd: { module: 'emailmd.mjs' },
  'mjml + remark + html-to-text': { module: 'mjml.mjs' },
  'react-email': { module: 'react-email.mjs' },
}
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]

function install() {
  cpSync(join(import.meta.dirname, 'peers'), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--silent', ...packages, ...parsers],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) throw new Error('npm could not install the other tools')
}

/** Starts the process of a tool; the result renders a text and resolves to the milliseconds that it took. */
async function start({ module, env }) {
  const child = fork(join(folder, 'serve.mjs'), [join(folder, module)], {
    cwd: folder,
    env: { ...process.env, ...env },
  })
  await once(child, 'message')
  child.on('exit', (code) => {
    // An unexpected end would leave the bench waiting for an answer.
    if (code !== 0) throw new Error(`${module} ended with ${code}`)
  })
  return {
    async render(text) {
      child.send(text)
      const [taken] = await once(child, 'message')
      return taken
    },
    stop: () => child.disconnect(),
  }
}

function print(title, times) {
  const [first] = Object.values(times)
  console.log(`\n${title}`)
  for (const [name, list] of Object.entries(times)) {
    const ratio = `${(median(list) / median(first)).toFixed(2)} ×`
    console.log(`${name.padEnd(34)} ${median(list).toFixed(1).padStart(8)} ms  ${ratio.padStart(7)}`)
  }
}

async function measureWarm(size) {
  const processes = {}
  for (const [name, tool] of Object.entries(tools)) processes[name] = await start(tool)
  const times = Object.fromEntries(Object.keys(tools).map((name) => [name, []]))
  for (let round = -10; round < rounds; round += 1) {
    const text = sizes[size](round + 10)
    for (const [name, { render }] of Object.entries(processes)) {
      const { cpu } = await render(tools[name].keepFrontMatter ? text : bodyOf(text))
      // Until the machine code is compiled, all take longer.
      if (round >= 0) times[name].push(cpu)
    }
  }
  for (const { stop } of Object.values(processes)) stop()
  print(`Warm, ${size}, median of ${rounds} texts`, times)
}

/** The milliseconds of the processor that a command takes. */
function timeCommand(args, options) {
  const result = spawnSync(process.execPath, ['--require', reporter, ...args], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  if (result.status !== 0) throw new Error(`${args.join(' ')} ended with ${result.status}`)
  return Number(String(result.output[3]))
}

/** One file from the command line. Issuepress writes HTML, plaintext, the web copy and the report of its checks. */
function measureCold() {
  const single = join(folder, 'single')
  mkdirSync(join(single, 'issues'), { recursive: true })
  for (const path of ['issue.config.yml', 'issues/images', 'issues/2024-12-03-two-sums.md'])
    cpSync(join(root, path), join(single, path), { recursive: true })
  const file = join(folder, 'issue.md')
  writeFileSync(file, bodyOf(readFileSync(join(single, 'issues', '2024-12-03-two-sums.md'), 'utf8')))
  const build = [join(root, 'lib', 'cli.js'), 'build', '--root', single, '--quiet', '--no-cache']
  const commands = { 'issue build, all checks': build }
  for (const [name, { module, keepFrontMatter }] of Object.entries(tools))
    if (!keepFrontMatter) commands[name] = [join(folder, 'serve.mjs'), join(folder, module), file]
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = -1; round < 7; round += 1)
    for (const [name, args] of Object.entries(commands)) {
      const taken = timeCommand(args, { cwd: folder })
      if (round >= 0) times[name].push(taken)
    }
  print('Cold, one file of 5 KB, median of 7 starts', times)
}

try {
  install()
  const machine = `${availableParallelism()} × ${cpus()[0].model.trim()}`
  console.log(`Node.js ${process.version}, ${machine}; milliseconds of the processor`)
  for (const name of packages)
    console.log(
      `${name} ${JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version}`,
    )
  await measureWarm('5 KB')
  await measureWarm('35 KB')
  measureCold()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
