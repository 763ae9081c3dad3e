import { resolve } from 'node:path'
import { readRealPath, toRelative } from '../files/paths.ts'
import { UsageError } from '../files/usage-error.ts'
import { readGit, runGit } from './run-git.ts'

/** The Git repository that a newsletter is in. */
export interface Repository {
  /** The top folder of its working tree, absolute, without symbolic links. */
  top: string
  /** The newsletter's folder, absolute, without symbolic links. */
  root: string
  /** The newsletter's folder relative to the top, with `/`; empty when it is the top. */
  prefix: string
  environment: Record<string, string | undefined>
}

/**
 * Finds the repository of a newsletter.
 * @param root the newsletter's folder, absolute
 * @param environment the process's variables
 * @throws {UsageError} when there is none, or no Git
 */
export async function openRepository(
  root: string,
  environment: Repository['environment'],
): Promise<Repository> {
  const found = await runGit(['rev-parse', '--show-toplevel'], { cwd: root, environment })
  if (found.code !== 0) {
    const [reason = ''] = found.stderr.split('\n')
    const isMissing = reason.includes('not a git repository')
    throw new UsageError(
      isMissing
        ? `Cannot find a Git repository around \`${root}\`, which is where an earlier state is read from`
        : `Cannot read the Git repository around \`${root}\`: ${reason}`,
    )
  }
  const top = readRealPath(resolve(found.stdout.toString().replace(/\r?\n$/, '')))
  const real = readRealPath(root)
  return { top, root: real, prefix: toRelative(top, real), environment }
}

/**
 * Resolves a branch, tag or commit to the commit's id.
 * @throws {UsageError} when it does not exist; for a shallow clone it says how to fetch it
 */
export async function resolveCommit(ref: string, { root: cwd, environment }: Repository): Promise<string> {
  const options = { cwd, environment }
  // A name that begins with a hyphen would be an option of Git; no branch can have one.
  const isName = ref !== '' && !ref.startsWith('-')
  const args = ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]
  const found = isName ? await runGit(args, options) : undefined
  if (found?.code === 0) return found.stdout.toString().trim()
  const shallow = await readGit(['rev-parse', '--is-shallow-repository'], options)
  const branch = /^[\w./-]+$/.test(ref) && isName ? ref.replace(/^origin\//, '') : '<branch>'
  const note =
    shallow.toString().trim() === 'true'
      ? `This is a shallow clone: fetch it with \`git fetch origin ${branch}\` and name it \`FETCH_HEAD\`, or clone all commits (\`fetch-depth: 0\` of GitHub's actions/checkout, \`GIT_DEPTH: 0\` of GitLab CI).`
      : `A branch that only the remote has is \`origin/${branch}\`, after \`git fetch origin ${branch}\`.`
  throw new UsageError(
    `Cannot find \`${ref}\` in the Git repository, expected a branch, tag or commit\n${note}`,
  )
}
