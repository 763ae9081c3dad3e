import { randomBytes } from 'node:crypto'
import { fsync, lstatSync } from 'node:fs'
import { lstat, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { createFolders, createRefusal, removeEmptyFolders } from './create-folders.ts'
import { isInside, readRealPath } from './paths.ts'

const syncToDisk = promisify(fsync)

/** A file that is written beside its target, which it then replaces. */
interface StagedFile {
  target: string
  temporary: string
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
 * a full disk none of them is there, nor a folder for them. They are renamed in their order.
 * @param folder the folder that nothing may be written outside of, absolute
 * @param files their paths are relative to that folder, with `/`
 * @throws {NodeJS.ErrnoException} as `writeWithin` does, the error of the first file that cannot be written
 */
export async function writeAllWithin(
  folder: string,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  const targets = files.map(({ path, bytes }) => ({ target: resolveWritablePath(folder, path), bytes }))
  const created: string[] = []
  const staged: StagedFile[] = []
  try {
    for (const { target } of targets)
      created.push(...(await createFolders(dirname(target)).catch((error) => throwFor(target, error))))
    staged.push(...(await stageFiles(targets)))
    for (let [first] = staged; first !== undefined; [first] = staged) {
      const { target, temporary } = first
      await rename(temporary, target).catch((error) => throwFor(target, error))
      staged.shift()
    }
  } catch (error) {
    await removeStaged(staged)
    await removeEmptyFolders(created)
    throw error
  }
}

/** Writes the temporary files of those targets that do not have their bytes yet; when one fails, none remains. */
async function stageFiles(targets: { target: string; bytes: Uint8Array }[]): Promise<StagedFile[]> {
  // All writing ends before the first error is thrown.
  const results = await Promise.allSettled(
    targets.map(async ({ target, bytes }) => {
      if (await hasContent(target, bytes)) return []
      const temporary = await writeTemporary(target, bytes).catch((error) => throwFor(target, error))
      return [{ target, temporary }]
    }),
  )
  const staged = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
  const failed = results.find((result) => result.status === 'rejected')
  if (!failed) return staged
  await removeStaged(staged)
  throw failed.reason
}

async function removeStaged(staged: StagedFile[]): Promise<void> {
  for (const { temporary } of staged) await unlink(temporary).catch(() => {})
}

/** Throws a system's error with the path of the target: it has that of the temporary file, or none. */
function throwFor(target: string, error: unknown): never {
  throw Object.assign(error as Error, { path: target })
}

/** @returns the temporary file's path, absolute */
async function writeTemporary(target: string, bytes: Uint8Array): Promise<string> {
  const temporary = join(dirname(target), `.issuepress-${randomBytes(6).toString('hex')}.tmp`)
  const handle = await open(temporary, 'wx').catch((error) => {
    // Its folder is there.
    throw error.code === 'ENOENT' ? createRefusal(target) : error
  })
  try {
    await handle.writeFile(bytes)
    // Without it, a power cut after the rename could leave an empty file under the final name. The handles of Yarn's
    // Plug'n'Play have no `sync()`.
    await syncToDisk(handle.fd)
    await handle.close()
    return temporary
  } catch (error) {
    await handle.close().catch(() => {})
    await unlink(temporary).catch(() => {})
    throw error
  }
}

/**
 * Resolves a path that can be written. Symbolic links are followed: a link in the folder must not lead out of it.
 * @param folder the folder that nothing may be written outside of, absolute
 * @param path relative to that folder, with `/`
 * @returns the path, absolute
 * @throws {NodeJS.ErrnoException} with code `EOUTSIDE` when it leads out of the folder, `EISDIR` when it is a folder
 */
export function resolveWritablePath(folder: string, path: string): string {
  const target = resolve(folder, path)
  if (!isInside(folder, target) || !isInside(readRealPath(folder), readRealPath(target)))
    throw Object.assign(new Error(`${target} lies outside ${folder}`), { code: 'EOUTSIDE', path: target })
  if (lstatSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(`${target} is a folder`), { code: 'EISDIR', path: target })
  return target
}

async function hasContent(target: string, bytes: Uint8Array): Promise<boolean> {
  const stats = await lstat(target).catch(() => undefined)
  if (!stats?.isFile() || stats.size !== bytes.length) return false
  return readFile(target).then(
    (present) => present.equals(bytes),
    () => false,
  )
}
