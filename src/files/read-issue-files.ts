import type { VFile } from 'vfile'
import { isMarkdownPath } from '../urls/issue-paths.ts'
import { readListing } from './read-listing.ts'
import { readTextFile } from './read-text-file.ts'

export interface IssueFiles {
  issues: VFile[]
  /** Folders that could not be read, each with its message. */
  broken: VFile[]
}

/**
 * Reads the newsletter's issues: every `.md` and `.markdown` file below `issues/`, except `README.md`, `issues/images/` and names that
 * begin with `_` or `.`; and the requested ones. A file that cannot be read has a message and is empty.
 * @param root the newsletter's folder, absolute
 * @param requested paths of issues that were named, which may be outside `issues/`; relative to the root, with `/`
 * @returns the files, sorted by the code units of their paths
 */
export function readIssueFiles(root: string, requested: string[] = []): IssueFiles {
  const { paths, regular, broken } = readListing(root, 'issues', isWanted)
  const all = [...new Set([...paths, ...requested])].sort()
  const read = (path: string) =>
    readTextFile(path, { cwd: root, ...(!regular.has(path) && { within: root }) })
  return { issues: all.map(read), broken }
}

/**
 * Lists the newsletter's issues in `issues/`, without reading them.
 * @param root the newsletter's folder, absolute
 * @returns their paths, relative to the root, with `/`
 */
export function listIssuePaths(root: string): string[] {
  return readListing(root, 'issues', isWanted).paths.sort()
}

function isWanted(path: string, isFolder: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^[._]/.test(name)) return false
  if (isFolder) return path !== 'issues/images'
  return isMarkdownPath(name) && !/^readme\./i.test(name)
}

/**
 * Lists the folders in `issues/` that are skipped because of their names and that have Markdown files in them, such as
 * Jekyll's `_posts`.
 * @param root the newsletter's folder, absolute
 * @returns their paths relative to the root, with `/`
 */
export function listSkippedFolders(root: string): string[] {
  const { paths } = readListing(root, 'issues', (path, isFolder) => isFolder || isMarkdownPath(path))
  const folders = paths.flatMap((path) => /^issues\/[._][^/]*(?=\/)/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort()
}
