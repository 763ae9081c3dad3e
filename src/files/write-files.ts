import type { CreatedFile } from '../render/output-file.ts'
import type { ManifestFile } from './manifest.ts'
import { sha256 } from './sha256.ts'
import { refuseUnwritable, writeWithin } from './write-within.ts'

/** A file that was written, and the name of the output that it is of. */
export interface WrittenFile extends ManifestFile {
  output: string
}

/**
 * Writes the files of an issue.
 * @param out the out folder, absolute
 * @returns what was written, in the same order
 * @throws {NodeJS.ErrnoException} of the first file that cannot be written
 */
export async function writeFiles(
  out: string,
  files: readonly Omit<CreatedFile, 'target' | 'name'>[],
): Promise<WrittenFile[]> {
  // One path that cannot be written keeps back all of them: half of a new email beside half of an old one is none.
  for (const { path } of files) refuseUnwritable(out, path)
  // All of them come to an end before the first that failed is reported.
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
