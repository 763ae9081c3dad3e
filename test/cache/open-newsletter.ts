import { createHash } from 'node:crypto'
import {
  cpSync,
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
import { dirname, join } from 'node:path'
import { runProgram } from '../../src/commands/run-program.ts'
import { createMessageRecords } from '../../src/diagnostics/message-records.ts'
import { type BuildOptions, buildNewsletter } from '../../src/newsletter/build-newsletter.ts'
import type { CacheOptions } from '../../src/newsletter/issue-cache.ts'

export type Newsletter = ReturnType<typeof openNewsletter>

/** Copies `newsletter/`, or files and folders of another one, into a temporary folder. */
export function copyNewsletter(source = join(import.meta.dirname, 'newsletter'), names?: readonly string[]) {
  const parent = mkdtempSync(join(tmpdir(), 'issuepress cache '))
  for (const name of names ?? readdirSync(source))
    cpSync(join(source, name), join(parent, 'newsletter', name), { recursive: true })
  return openNewsletter(parent)
}

/** Copies a newsletter as its builds have left it, with its cache. */
export function copyBuilt({ parent }: Newsletter): Newsletter {
  const copy = mkdtempSync(join(tmpdir(), 'issuepress cache '))
  cpSync(parent, copy, { recursive: true })
  return openNewsletter(copy)
}

/** What tests do with a newsletter in `newsletter/`, its cache in `cache/`, and its emails of plain builds in `plain/`. */
function openNewsletter(parent: string) {
  const root = join(parent, 'newsletter')
  const folder = join(parent, 'cache')
  const path = (name: string) => join(root, name)
  return {
    parent,
    root,
    folder,
    path,
    write(name: string, content: string | Uint8Array) {
      mkdirSync(dirname(path(name)), { recursive: true })
      writeFileSync(path(name), content)
    },
    /** Replaces a part of a file, which must be there. */
    edit(name: string, from: string, to: string) {
      const text = readFileSync(path(name), 'utf8')
      if (!text.includes(from)) throw new Error(`${name} has no ${from}`)
      writeFileSync(path(name), text.replace(from, to))
    },
    remove: (name: string) => rmSync(path(name), { recursive: true }),
    /** Builds into `dist/`, with the cache. */
    build: (options?: Partial<BuildOptions>, cache?: Partial<CacheOptions>) =>
      build(root, { ...options }, { folder, installation: 'this one', ...cache }),
    /** Builds into another folder, without the cache. */
    buildPlainly: (options?: Partial<BuildOptions>) =>
      build(root, { out: join(parent, 'plain'), ...options }),
    /** Runs the command as if it were compiled; with `null`, as it runs from its sources. */
    issue: (
      args: string[],
      environment: Record<string, string> = {},
      installation: string | null = 'this one',
    ) => runIssue(root, args, environment, installation),
    /** The entries of the cache with their inodes: one that is written again has another one. */
    entries: (below = folder) => listEntries(below),
  }
}

async function build(root: string, options: Partial<BuildOptions>, cache?: CacheOptions) {
  const rendered: string[] = []
  const result = await buildNewsletter(
    { root, ...options },
    { cache, onRendered: ({ issueFile }) => rendered.push(issueFile.file.path) },
  )
  const { outcome, issues, skippedDrafts } = result
  return {
    /** The issues that were not restored. */
    rendered,
    result: { outcome, issues, skippedDrafts, messages: createMessageRecords(result.files) },
    files: hashFiles(result.out),
  }
}

/** Every file below a folder, with a hash of its bytes. */
export function hashFiles(folder: string): string[] {
  return listFiles(folder).map((name) => `${name} ${hash(readFileSync(join(folder, name)))}`)
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((name) => statSync(join(folder, name)).isFile()).sort()
}

function listEntries(folder: string): string[] {
  return listFiles(folder).map((name) => `${name} ${statSync(join(folder, name)).ino}`)
}

async function runIssue(
  cwd: string,
  args: string[],
  environment: Record<string, string>,
  installation: string | null,
) {
  const printed = { stdout: '', stderr: '' }
  const toOutput = (name: keyof typeof printed) => ({
    write(text: string) {
      printed[name] += text
    },
  })
  const code = await runProgram(args, {
    cwd,
    stdout: toOutput('stdout'),
    stderr: toOutput('stderr'),
    readInput: async () => Buffer.from(''),
    environment,
    version: '0.0.0',
    installation: installation ?? undefined,
    signal: new AbortController().signal,
    now: Date.now,
  })
  return { code, ...printed }
}
