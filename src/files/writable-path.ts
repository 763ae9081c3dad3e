import { lstatSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isInside, readRealPath } from './paths.ts'

/**
 * Creates a function that resolves paths that can be written. Symbolic links are followed: a link in the folder must not
 * lead out of it. Those of a folder are followed once for all files in it.
 * @param folder the folder that nothing may be written outside of, absolute
 * @returns converts a path that is relative to the folder, with `/`, to an absolute one; it throws an error with code
 * `EOUTSIDE` when the path leads out of the folder, `EISDIR` when it is a folder
 */
export function createPathResolver(folder: string): (path: string) => string {
  const known = new Map<string, boolean>()
  let real: string | undefined
  const leadsInside = (path: string) => {
    real ??= readRealPath(folder)
    return isInside(real, readRealPath(path))
  }
  const isFolderInside = (path: string) => {
    const isIn = known.get(path) ?? leadsInside(path)
    known.set(path, isIn)
    return isIn
  }
  return (path) => {
    const target = resolve(folder, path)
    if (!isInside(folder, target) || !isFolderInside(dirname(target)))
      throw createOutsideError(target, folder)
    const stats = lstatSync(target, { throwIfNoEntry: false })
    if (stats?.isSymbolicLink() && !leadsInside(target)) throw createOutsideError(target, folder)
    if (stats?.isDirectory())
      throw Object.assign(new Error(`${target} is a folder`), { code: 'EISDIR', path: target })
    return target
  }
}

function createOutsideError(target: string, folder: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${target} lies outside ${folder}`), { code: 'EOUTSIDE', path: target })
}
