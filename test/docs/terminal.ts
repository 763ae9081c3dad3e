/** Commands as a reader would type them, with what is then to be seen in the terminal. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { runHere } from '../cli/newsletter.ts'
import { root } from './pages.ts'

interface CommandOptions {
  /** Where it runs, relative to the root; it runs in a copy of that folder unless it is the root itself. */
  folder?: string
  /** What is shown in place of `npx issue …`. */
  shownAs?: string
}

/** Runs `issue` and shows the command and what it prints: standard output, then standard error. */
export async function toTranscript(
  args: string[],
  { folder, shownAs }: CommandOptions = {},
): Promise<string> {
  const command = shownAs ?? `npx issue ${args.join(' ')}`
  return `\`\`\`console\n$ ${command}\n${await runIssue(args, folder)}\n\`\`\``
}

/** The help of commands that was printed already, by their words: it is the same each time. */
const helps = new Map<string, string>()

/** What `issue` prints. Nothing is written outside of a temporary folder. */
export async function runIssue(args: string[], folder?: string): Promise<string> {
  if (args.at(-1) !== '--help') return runInCopy(args, folder)
  const words = args.join(' ')
  const help = helps.get(words) ?? (await runInCopy(args, folder))
  helps.set(words, help)
  return help
}

function runInCopy(args: string[], folder: string | undefined): Promise<string> {
  return withCopy(folder, async (cwd, workshop) => {
    // In a copy it writes where it always does; the root's own `dist/` is not ours to write.
    const isRootBuild = folder === undefined && args[0] === 'build' && !args.includes('--help')
    const out = isRootBuild ? ['--out', join(workshop, 'dist')] : []
    const printed = await runCommand([...args, ...out], cwd)
    return printed.replaceAll(/(?:\.\.\/)*\S*issuepress-docs-[^/\s]*\/dist\/?/g, 'dist/')
  })
}

/** A file that a build writes, as plain text. */
export function showBuilt(folder: string, path: string): Promise<string> {
  return withCopy(folder, async (cwd) => {
    await runCommand(['build'], cwd)
    return `\`\`\`text\n${readFileSync(join(cwd, 'dist', path), 'utf8').trim()}\n\`\`\``
  })
}

/**
 * Builds a folder's newsletter.
 * @param file the name of the file to read for each issue
 * @returns its text by the slugs of the issues that were written
 */
export function buildCopy(folder: string, file: string): Promise<Map<string, string>> {
  return withCopy(folder, async (cwd) => {
    await runCommand(['build'], cwd)
    const out = join(cwd, 'dist')
    const slugs = readdirSync(out).filter((slug) => existsSync(join(out, slug, file)))
    return new Map(slugs.map((slug) => [slug, readFileSync(join(out, slug, file), 'utf8')]))
  })
}

/**
 * What an example for the API prints; it finds the package as a user's script does.
 * @param path the example
 * @param folder a newsletter, which lies where it runs as `newsletter`
 */
export function runExample(path: string, folder: string): Promise<string> {
  return withCopy(
    folder,
    async (_, workshop) => `\`\`\`text\n${runNode([join(root, path)], workshop)}\n\`\`\``,
  )
}

/** A file as a block of code. */
export function toCodeBlock(path: string): string {
  const languages: Record<string, string> = {
    '.md': 'markdown',
    '.mjs': 'js',
    '.txt': 'text',
    '.yml': 'yaml',
  }
  const language = languages[extname(path)] ?? extname(path).slice(1)
  return `\`\`\`${language}\n${readFileSync(path, 'utf8').trimEnd()}\n\`\`\``
}

async function withCopy<Value>(
  folder: string | undefined,
  use: (cwd: string, workshop: string) => Promise<Value>,
): Promise<Value> {
  const workshop = mkdtempSync(join(tmpdir(), 'issuepress-docs-'))
  try {
    const copy = join(workshop, 'newsletter')
    if (folder !== undefined) cpSync(join(root, folder), copy, { recursive: true })
    return await use(folder === undefined ? root : copy, workshop)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** Runs `issue` within this process and gives back what a terminal shows: standard output, then standard error. */
async function runCommand(args: string[], cwd: string): Promise<string> {
  const { stdout, stderr } = await runHere(args, { cwd, environment: { NO_COLOR: '1' } })
  return (stdout + stderr).trim()
}

/** Runs Node.js and gives back what a terminal shows: standard output, then standard error. */
function runNode(args: string[], cwd: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { NO_COLOR: '1' },
  })
  return (stdout + stderr).trim()
}
