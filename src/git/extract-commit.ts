import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import { isFolder, isInside, readRealPath, toRelative } from '../files/paths.ts'
import { findLfsContent, parseLfsPointer } from './lfs.ts'
import type { Repository } from './open-repository.ts'
import { readGit, splitEntries } from './run-git.ts'

/** A newsletter as it was at a commit, in a temporary folder. */
export interface ExtractedCommit {
  /** The newsletter's folder there, absolute. */
  root: string
  /** The folder that stands for the top of the repository, absolute. */
  top: string
  /** Files whose content is in Git LFS and not on this machine, relative to the newsletter's folder, with `/`. */
  missing: string[]
  /** Removes it. */
  remove(): Promise<void>
}

interface TreeEntry {
  /** Relative to the top, with `/`. */
  path: string
  isLink: boolean
  id: string
  bytes: number
}

/** What a config that is a program can import from beside the newsletter. */
const imported = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.json', '.yml', '.yaml']

/** So many bytes are read at once. */
const portion = 32_000_000

/**
 * Extracts a newsletter as it was at a commit, and the modules beside it, into a temporary folder: neither the working tree nor
 * the index is touched. Installed packages are those of the working tree.
 * @param commit its id
 */
export async function extractCommit(commit: string, repository: Repository): Promise<ExtractedCommit> {
  const { prefix } = repository
  // The system's temporary folder can be a symbolic link.
  const top = readRealPath(await mkdtemp(join(tmpdir(), 'issuepress-')))
  const remove = () => rm(top, { recursive: true, force: true })
  const root = join(top, ...prefix.split('/'))
  try {
    const isWanted = ({ path }: TreeEntry) =>
      isInside(root, resolve(top, path)) || imported.includes(extname(path))
    const entries = (await listTree(commit, repository)).filter(
      (entry) => isInside(top, resolve(top, entry.path)) && isWanted(entry),
    )
    await mkdir(root, { recursive: true })
    const missing: string[] = []
    for (const group of groupBySize(entries)) {
      const contents = await readBlobs(group, repository)
      for (const [index, entry] of group.entries()) {
        const isComplete = await writeEntry(entry, contents[index] ?? Buffer.alloc(0), { top, repository })
        if (!isComplete) missing.push(toRelative(root, resolve(top, entry.path)))
      }
    }
    await linkPackages(top, repository)
    return { root, top, missing, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Lists the files of a commit. Submodules are repositories of their own and left out. */
async function listTree(commit: string, { top, environment }: Repository): Promise<TreeEntry[]> {
  const args = ['ls-tree', '-r', '-z', '--long', '--full-tree', commit]
  const list = await readGit(args, { cwd: top, environment })
  return splitEntries(list).flatMap((entry) => {
    const [, mode, type, id, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(entry) ?? []
    if (type !== 'blob' || id === undefined || path === undefined) return []
    return [{ path, id, isLink: mode === '120000', bytes: Number(size) }]
  })
}

function groupBySize(entries: readonly TreeEntry[]): TreeEntry[][] {
  const groups: TreeEntry[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    bytes += entry.bytes
    if (bytes > portion) {
      groups.push([])
      bytes = entry.bytes
    }
    groups.at(-1)?.push(entry)
  }
  return groups
}

/** Reads files by their ids, in the form of `git cat-file --batch`: a line `<id> blob <size>`, the content, a line break. */
async function readBlobs(entries: readonly TreeEntry[], { top, environment }: Repository): Promise<Buffer[]> {
  const input = entries.map(({ id }) => `${id}\n`).join('')
  const output = await readGit(['cat-file', '--batch'], { cwd: top, environment, input })
  let offset = 0
  return entries.map(({ bytes }) => {
    const start = output.indexOf('\n', offset) + 1
    offset = start + bytes + 1
    return output.subarray(start, start + bytes)
  })
}

/**
 * Writes one file. Of symbolic links only those are created that stay in the folder.
 * @returns false for a file whose content is missing
 */
async function writeEntry(
  { path, isLink }: TreeEntry,
  content: Buffer,
  { top, repository }: { top: string; repository: Repository },
): Promise<boolean> {
  const target = resolve(top, path)
  await mkdir(dirname(target), { recursive: true })
  if (isLink) {
    if (isInside(top, resolve(dirname(target), content.toString())))
      // On Windows it can need a privilege; Git then writes a file, too.
      await symlink(content.toString(), target).catch(() => writeFile(target, content))
    return true
  }
  const pointer = parseLfsPointer(content)
  const found = pointer && (await findLfsContent(pointer, path, repository))
  await writeFile(target, found ?? content)
  return pointer === undefined || found !== undefined
}

/** Makes the installed packages visible to a config that imports them, from the newsletter's folder up to the top. */
async function linkPackages(top: string, repository: Repository): Promise<void> {
  const steps = repository.prefix === '' ? [] : repository.prefix.split('/')
  for (let count = 0; count <= steps.length; count++) {
    const folder = join(repository.top, ...steps.slice(0, count), 'node_modules')
    const link = join(top, ...steps.slice(0, count), 'node_modules')
    if (isFolder(folder) && !isFolder(link)) await symlink(folder, link, 'junction')
  }
}
