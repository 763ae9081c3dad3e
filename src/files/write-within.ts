import { randomBytes } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { lstat, mkdir, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isInside, readRealPath } from './paths.ts'

/**
 * Writes a file atomically: into a temporary file beside it, which is then renamed. A file that already has these bytes
 * is left untouched.
 * (write-file-atomic is not used: on a full disk it writes a part, reports success and renames.)
 * @param folder the folder that nothing may be written outside of, absolute
 * @param path relative to that folder, with `/`
 * @throws {NodeJS.ErrnoException} an error of the file system; with code `EOUTSIDE` when the path leads out of the folder
 */
export async function writeWithin(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = resolveWritablePath(folder, path)
  if (await hasContent(target, bytes)) return
  try {
    await mkdir(dirname(target), { recursive: true })
    await replace(target, bytes)
  } catch (error) {
    // The system's error has the path of the temporary file, or none.
    throw Object.assign(error as Error, { path: target })
  }
}

async function replace(target: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(target), `.issuepress-${randomBytes(6).toString('hex')}.tmp`)
  const handle = await open(temporary, 'wx')
  try {
    await handle.writeFile(bytes)
    // Without it, a power cut after the rename could leave an empty file under the final name.
    await handle.sync()
    await handle.close()
    await rename(temporary, target)
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
