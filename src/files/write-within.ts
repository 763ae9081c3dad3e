import {
  closeSync,
  fsync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { attempt } from './attempt.ts'
import { createFolders, createRefusal, removeEmptyFolders } from './create-folders.ts'
import { createTemporaryPath, removeAbandonedFiles } from './temporary-file.ts'
import { createPathResolver } from './writable-path.ts'

const syncToDisk = promisify(fsync)

/** A file that is written beside its target, which it then replaces. */
interface StagedFile {
  target: string
  temporary: string
  /** That of the open file, until the disk has its bytes. */
  descriptor: number | undefined
}

/**
 * Writes a file atomically: into a temporary file beside it, which is then renamed. A file that already has these bytes
 * is left untouched.
 * (write-file-atomic is not used: on a full disk it writes a part, reports success and renames.)
 * @param folder the folder that nothing may be written outside of, absolute
 * @param path relative to that folder, with `/`
 * @throws {NodeJS.ErrnoException} an error of the file system; with code `EOUTSIDE` when the path leads out of the folder
 */
export async function writeWithin(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await writeAllWithin(folder, [{ path, bytes }])
}

/**
 * Writes files that belong together: all of them are written to temporary files before the first is renamed, so that on
 * a full disk none of them is there, nor a folder for them. They are renamed in their order. What a killed process has left
 * in their folders is removed.
 * @param folder the folder that nothing may be written outside of, absolute
 * @param files their paths are relative to that folder, with `/`
 * @throws {NodeJS.ErrnoException} as `writeWithin` does, the error of the first file that cannot be written
 */
export async function writeAllWithin(
  folder: string,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  const resolvePath = createPathResolver(folder)
  const targets = files.map(({ path, bytes }) => ({ target: resolvePath(path), bytes }))
  const created: string[] = []
  const staged: StagedFile[] = []
  try {
    for (const { target } of targets) created.push(...createFoldersFor(target))
    for (const { target, bytes } of targets)
      if (!hasContent(target, bytes)) staged.push(writeTemporary(target, bytes))
    for (const parent of new Set(staged.map(({ target }) => dirname(target))))
      attempt(() => removeAbandonedFiles(parent))
    await syncAll(staged)
    for (let [first] = staged; first !== undefined; [first] = staged) {
      replaceTarget(first)
      staged.shift()
    }
  } catch (error) {
    removeStaged(staged)
    removeEmptyFolders(created)
    throw error
  }
}

function createFoldersFor(target: string): string[] {
  try {
    return createFolders(dirname(target))
  } catch (error) {
    return throwFor(target, error)
  }
}

/** Writes a file beside its target, and leaves it open. */
function writeTemporary(target: string, bytes: Uint8Array): StagedFile {
  const temporary = createTemporaryPath(target)
  const descriptor = openNew(temporary, target)
  const staged = { target, temporary, descriptor }
  try {
    writeFileSync(descriptor, bytes)
    return staged
  } catch (error) {
    removeStaged([staged])
    return throwFor(target, error)
  }
}

function openNew(temporary: string, target: string): number {
  try {
    return openSync(temporary, 'wx')
  } catch (error) {
    // Its folder is there.
    return throwFor(
      target,
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? createRefusal(target) : error,
    )
  }
}

/**
 * Waits until the disk has the bytes of all files, then closes them. Without it, a power cut after the rename could leave
 * an empty file under the final name. This alone takes long, so that only this does not block the process.
 */
async function syncAll(staged: readonly StagedFile[]): Promise<void> {
  // All writing ends before the first error is thrown.
  const results = await Promise.allSettled(
    staged.map(
      ({ target, descriptor }) =>
        descriptor !== undefined && syncToDisk(descriptor).catch((error) => throwFor(target, error)),
    ),
  )
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  for (const file of staged) close(file)
}

/** Closes a file that is still open. */
function close(file: StagedFile): void {
  const { descriptor, target } = file
  file.descriptor = undefined
  try {
    if (descriptor !== undefined) closeSync(descriptor)
  } catch (error) {
    throwFor(target, error)
  }
}

function replaceTarget({ temporary, target }: StagedFile): void {
  try {
    renameSync(temporary, target)
  } catch (error) {
    throwFor(target, error)
  }
}

function removeStaged(staged: readonly StagedFile[]): void {
  for (const file of staged) {
    attempt(() => close(file))
    attempt(() => unlinkSync(file.temporary))
  }
}

/** Throws a system's error with the path of the target: it has that of the temporary file, or none. */
function throwFor(target: string, error: unknown): never {
  throw Object.assign(error as Error, { path: target })
}

function hasContent(target: string, bytes: Uint8Array): boolean {
  try {
    const stats = lstatSync(target)
    return stats.isFile() && stats.size === bytes.length && readFileSync(target).equals(bytes)
  } catch {
    return false
  }
}
