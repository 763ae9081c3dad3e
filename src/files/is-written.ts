import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ManifestFile } from './manifest.ts'

/** Whether a file that was written still stands in the out folder with its size. */
export function isWritten(out: string, { path, bytes }: ManifestFile): boolean {
  const stats = statSync(resolve(out, path), { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size === bytes
}
