import { resolve } from 'node:path'
import { toRelative } from '../files/paths.ts'
import type { Repository } from './open-repository.ts'
import { readGit, splitEntries } from './run-git.ts'

/**
 * Lists the files of the repository that differ between a commit and the working tree: added, changed, deleted, and new ones
 * that Git does not track yet, but not those that `.gitignore` names.
 * @returns paths relative to the newsletter's folder, with `/`; those outside begin with `../`
 */
export async function listChangedFiles(commit: string, repository: Repository): Promise<string[]> {
  const { top, root, environment } = repository
  const options = { cwd: top, environment }
  const comparing = [
    'diff',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '--no-relative',
    '-z',
    commit,
    '--',
  ]
  const [tracked, untracked] = await Promise.all([
    readGit(comparing, options),
    readGit(['ls-files', '--others', '--exclude-standard', '-z'], options),
  ])
  const paths = new Set([...splitEntries(tracked), ...splitEntries(untracked)])
  return [...paths].map((path) => toRelative(root, resolve(top, path))).sort()
}
