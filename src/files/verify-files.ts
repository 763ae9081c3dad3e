import { lstatSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { ManifestFile } from './manifest.ts'
import { isInside, readRealPath } from './paths.ts'
import { sha256 } from './sha256.ts'

/**
 * Whether files that an earlier build wrote are still in the out folder, byte for byte.
 * @param out the out folder, absolute; a file that a link leads out of it is not in it
 */
export function areUnchanged(out: string, files: readonly ManifestFile[]): boolean {
  try {
    const real = readRealPath(out)
    const folders = new Set(files.map(({ path }) => dirname(resolve(out, path))))
    return (
      [...folders].every((folder) => isInside(real, readRealPath(folder))) &&
      files.every((file) => isUnchanged(resolve(out, file.path), file))
    )
  } catch {
    return false
  }
}

function isUnchanged(path: string, { bytes, sha256: digest }: ManifestFile): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size === bytes && sha256(readFileSync(path)) === digest
}
