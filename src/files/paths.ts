import { realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * Whether a path is a folder or lies in it; both are absolute and name what they name without symbolic links.
 * @param folder the folder
 * @param path what may lie in it
 */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** A path as messages and manifests write it: relative to a folder, with `/`. */
export function toRelative(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/')
}

/**
 * Where a path leads when symbolic links are followed, as far as it exists: what is not there yet is appended.
 * @param path absolute
 * @throws {NodeJS.ErrnoException} when a folder on the way cannot be searched, or links lead in a circle
 */
export function readRealPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const parent = dirname(path)
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || parent === path) throw error
    return resolve(readRealPath(parent), relative(parent, path))
  }
}

/** Whether there is a folder at a path, and we may look at it. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
