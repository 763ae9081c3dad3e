import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createFolders, removeEmptyFolders } from './create-folders.ts'
import { isPresent } from './paths.ts'
import { createTemporaryPath } from './temporary-file.ts'
import { writeAllWithin } from './write-within.ts'

/**
 * Writes files that do not exist yet, in their order. A folder that does not exist is written aside and then renamed, so
 * that it is there with all of its files or not at all. In one that exists, all files are written to temporary files
 * before the first gets its name; when one of them cannot be written, none is there.
 * @param folder absolute
 * @param files their paths are relative to that folder, with `/`
 * @throws {NodeJS.ErrnoException} the error of the first file or folder that cannot be written
 */
export async function writeNewFiles(
  folder: string,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  if (isPresent(folder)) return writeAllWithin(folder, files)
  const created = createFolders(dirname(folder))
  const aside = createTemporaryPath(folder)
  try {
    await writeAllWithin(aside, files)
    await rename(aside, folder)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    removeEmptyFolders(created)
    throw error
  }
}
