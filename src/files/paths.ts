import { lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/**
 * Whether a path is a folder or lies in it. Both are absolute; symbolic links are not followed.
 * @param folder the folder
 * @param path the path that may lie in it
 */
export function isInside(folder: string, path: string): boolean {
  const steps = relative(folder, path)
  return steps === '' || (steps !== '..' && !steps.startsWith(`..${sep}`) && !isAbsolute(steps))
}

/** Converts an absolute path to the form in messages and manifests: relative to a folder, with `/`. */
export function toRelative(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/')
}

/**
 * Resolves the symbolic links of a path as far as it exists; the part that does not exist yet is appended.
 * @param path absolute
 * @throws {NodeJS.ErrnoException} when a folder of the path cannot be searched, or links form a circle
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

/** Whether there is a folder at a path, as far as permissions let us see. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Whether there is a file at a path, as far as permissions let us see. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Whether there is anything at a path, also a symbolic link that leads nowhere, which `existsSync` does not see. */
export function isPresent(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    // A part of the path is a file.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false
    throw error
  }
}
