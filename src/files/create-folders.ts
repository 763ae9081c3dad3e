import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Creates a folder and those above it that do not exist. (The `recursive` option of Node.js is not used: in a folder
 * such as `/proc`, where the system reports that a new folder's parent does not exist, it tries again without end.)
 * @param path absolute
 * @returns the folders that were created, absolute, each after the one that it is in
 * @throws {NodeJS.ErrnoException} with code `ENOTDIR` when a part of the path is no folder, `ENOFILES` when the
 * system allows no new files there; in both cases, and any other, what was created is removed again
 */
export function createFolders(path: string): string[] {
  const created: string[] = []
  try {
    for (const folder of listMissing(path)) if (createFolder(folder)) created.push(folder)
    return created
  } catch (error) {
    removeEmptyFolders(created)
    throw error
  }
}

/**
 * Removes folders that are empty; the others stay.
 * @param folders absolute; one that is in another is removed first
 */
export function removeEmptyFolders(folders: readonly string[]): void {
  for (const folder of folders.toSorted((a, b) => b.length - a.length)) {
    try {
      rmdirSync(folder)
    } catch {
      // It is not empty, or somebody else has removed it.
    }
  }
}

/** Lists the folders of a path that do not exist, from the top. */
function listMissing(path: string): string[] {
  const missing: string[] = []
  for (let folder = path; !isExisting(folder); folder = dirname(folder)) missing.unshift(folder)
  return missing
}

function isExisting(path: string): boolean {
  try {
    if (statSync(path).isDirectory()) return true
    throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR', path })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && dirname(path) !== path) return false
    throw error
  }
}

/** @returns false when another process has created it meanwhile */
function createFolder(path: string): boolean {
  try {
    mkdirSync(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && isExisting(path)) return false
    throw code === 'ENOENT' ? createRefusal(path) : error
  }
}

/** The error for a place that exists, but in which the system creates nothing, such as `/proc`. */
export function createRefusal(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`Nothing can be created at ${path}`), { code: 'ENOFILES', path })
}
