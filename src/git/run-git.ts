import { spawn } from 'node:child_process'
import { UsageError } from '../files/usage-error.ts'

/** Where Git runs. */
export interface GitOptions {
  /** The folder, absolute. */
  cwd: string
  /** The variables of the process, in which a hook of Git has its own. */
  environment: Record<string, string | undefined>
  /** What it reads from its standard input. */
  input?: string
}

export interface GitResult {
  code: number
  stdout: Buffer
  /** Trimmed. */
  stderr: string
}

/**
 * Runs Git, without a shell. It writes nothing: neither the index, which `git diff` would refresh.
 * @throws {UsageError} when there is no Git
 */
export function runGit(args: readonly string[], { cwd, environment, input }: GitOptions): Promise<GitResult> {
  const env = { ...environment, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd, env, stdio: 'pipe', windowsHide: true })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (data) => stdout.push(data))
    child.stderr.on('data', (data) => stderr.push(data))
    // Git may end before it has read its input; its exit code says why.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (error) => reject(new UsageError(`Cannot run \`git\`: ${error.message}`)))
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString().trim(),
      }),
    )
  })
}

/**
 * Runs Git and returns what it prints.
 * @throws {UsageError} with Git's own words when it fails
 */
export async function readGit(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(args, options)
  if (code !== 0) throw new UsageError(`Cannot read the Git repository: ${stderr.split('\n')[0]}`)
  return stdout
}

/** Splits a list that ends each entry with a zero byte, as `-z` has it. */
export function splitEntries(list: Buffer): string[] {
  return list
    .toString()
    .split('\0')
    .filter((entry) => entry !== '')
}
