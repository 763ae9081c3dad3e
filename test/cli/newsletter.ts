import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { runProgram } from '../../src/commands/run-program.ts'
import { shippedChecks } from '../../src/newsletter/list-checks.ts'

const command = resolve(import.meta.dirname, '../../lib/cli.js')

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** Every shipped check switched off, as JSON, which is YAML and JavaScript, too: `checks: ${noChecks}`. */
export const noChecks = JSON.stringify(Object.fromEntries(shippedChecks.map(({ name }) => [name, 'off'])))

/** An issue's Markdown with a subject. */
export function toIssue(subject: string, more = '', body = 'Hello.'): string {
  return `---\nsubject: ${subject}\n${more}---\n\n# ${subject}\n\n${body}\n`
}

/**
 * Creates a newsletter in a temporary folder with a space in its name, which is removed after the test. Without a config
 * it gets one that switches all checks off, since most of these tests are about something else.
 */
export function makeNewsletter(files: Record<string, string | Uint8Array>) {
  const parent = mkdtempSync(join(tmpdir(), 'issuepress test '))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  const root = join(parent, 'my newsletter')
  mkdirSync(root)
  const newsletter = {
    root,
    parent,
    path: (name: string) => join(root, name),
    has: (name: string) => existsSync(join(root, name)),
    read: (name: string) => readFileSync(join(root, name), 'utf8'),
    json: (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')),
    write(name: string, content: string | Uint8Array) {
      mkdirSync(dirname(join(root, name)), { recursive: true })
      writeFileSync(join(root, name), content)
    },
    remove: (name: string) => rmSync(join(root, name), { recursive: true }),
    /** The files below a folder, sorted. */
    list: (name: string) => listFiles(join(root, name)),
    /** Every file below a folder with a hash of its bytes. */
    hash: (name: string) =>
      listFiles(join(root, name)).map((path) => `${path} ${hashBytes(readFileSync(join(root, name, path)))}`),
    issue: (...args: string[]) => runHere(args, { cwd: root }),
    /** Runs the command with a text on its standard input. */
    pipe: (input: string | Uint8Array, ...args: string[]) => runHere(args, { cwd: root, input }),
  }
  for (const [name, content] of Object.entries(files)) newsletter.write(name, content)
  const configured = Object.keys(files).some((name) => /^issue\.config\.(ya?ml|json|[mc]?[jt]s)$/.test(name))
  if (!configured) newsletter.write('issue.config.yml', `checks: ${noChecks}\n`)
  return newsletter
}

/** Runs the command within this process, which needs a tenth of the time that a child process needs. */
export async function runHere(
  args: string[],
  options: { cwd: string; environment?: Record<string, string>; input?: string | Uint8Array },
): Promise<Run> {
  const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env
  const printed = { stdout: '', stderr: '' }
  const createOutput = (name: keyof typeof printed) => ({
    write(text: string) {
      printed[name] += text
    },
  })
  const code = await runProgram(args, {
    cwd: options.cwd,
    stdout: createOutput('stdout'),
    stderr: createOutput('stderr'),
    readInput: async () => Buffer.from(options.input ?? ''),
    environment: { ...inherited, ...options.environment },
    version: '0.0.0',
    signal: new AbortController().signal,
    now: Date.now,
  })
  return { code, ...printed }
}

/** Runs the compiled command in a child process. */
export function run(
  args: string[],
  options: {
    cwd: string
    environment?: Record<string, string>
    closeStdout?: boolean
    input?: string | Uint8Array
    /** Interrupts it as Ctrl-C does. */
    interrupt?: AbortSignal
  },
): Promise<Run> {
  const { NO_COLOR, FORCE_COLOR, ...inherited } = process.env
  const child = spawn(process.execPath, [command, ...args], {
    cwd: options.cwd,
    env: { ...inherited, ...options.environment },
  })
  child.stdin.end(options.input)
  options.interrupt?.addEventListener('abort', () => child.kill('SIGINT'))
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => {
    stdout += data
    if (options.closeStdout) child.stdout.destroy()
  })
  child.stderr.on('data', (data) => {
    stderr += data
  })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
