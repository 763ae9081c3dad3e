import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CreatedFile } from '../render/output-file.ts'
import type { ManifestFile } from './manifest.ts'
import { sha256 } from './sha256.ts'
import { resolveWritablePath, writeWithin } from './write-within.ts'

/** A file that was written, with the name of its output. */
export interface WrittenFile extends ManifestFile {
  output: string
}

/**
 * Writes the files of an issue.
 * @param out the out folder, absolute
 * @returns the written files, in the same order
 * @throws {NodeJS.ErrnoException} the error of the first file that cannot be written
 */
export async function writeFiles(
  out: string,
  files: readonly Omit<CreatedFile, 'target' | 'name'>[],
): Promise<WrittenFile[]> {
  // One path that cannot be written blocks all: a mix of new and old files would be a broken email.
  for (const { path } of files) resolveWritablePath(out, path)
  // All writing ends before the first error is thrown.
  const results = await Promise.allSettled(
    files.map(async ({ output, path, bytes }) => {
      await writeWithin(out, path, bytes)
      return { output, path, bytes: bytes.length, sha256: sha256(bytes) }
    }),
  )
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

/** Whether a file that was written is still in the out folder, with its size. */
export function isWritten(out: string, { path, bytes }: ManifestFile): boolean {
  const stats = statSync(resolve(out, path), { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size === bytes
}
