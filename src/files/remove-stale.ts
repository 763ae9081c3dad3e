import { lstat, readFile, rmdir, unlink } from 'node:fs/promises'
import { dirname, isAbsolute, resolve } from 'node:path'
import { type Manifest, type ManifestFile, toFolderKey } from './manifest.ts'
import { isInside, readRealPath } from './paths.ts'
import { sha256 } from './sha256.ts'

/**
 * Removes the files that an earlier build wrote and this build does not have, then the folders that are empty now.
 * A file is removed only when it still is, byte for byte, what the manifest lists.
 * @param out absolute; nothing outside it is touched, whatever the manifest says
 */
export async function removeStale(out: string, previous: Manifest, current: Manifest): Promise<void> {
  const present = new Map(
    current.issues.flatMap((entry) => entry.files.map(({ path }) => [toFolderKey(path), path])),
  )
  for (const file of previous.issues.flatMap((entry) => entry.files)) {
    if (present.get(toFolderKey(file.path)) === file.path) continue
    const path = resolve(out, file.path)
    const counterpart = present.get(toFolderKey(file.path))
    if (!(await isOurs(out, file)) || (counterpart && (await isSame(path, resolve(out, counterpart)))))
      continue
    await unlink(path).catch(() => {})
    await removeEmpty(out, dirname(path))
  }
}

async function isOurs(out: string, file: ManifestFile): Promise<boolean> {
  if (isAbsolute(file.path) || file.path.split(/[\\/]/).some((part) => part === '..' || part === ''))
    return false
  const path = resolve(out, file.path)
  try {
    if (!isInside(readRealPath(out), readRealPath(path)) || !(await lstat(path)).isFile()) return false
    return sha256(await readFile(path)) === file.sha256
  } catch {
    return false
  }
}

/** `Sora/email.html` and `sora/email.html` are the same file on a file system that ignores case. */
async function isSame(path: string, counterpart: string): Promise<boolean> {
  const [a, b] = await Promise.all([path, counterpart].map((one) => lstat(one).catch(() => undefined)))
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev
}

async function removeEmpty(out: string, folder: string): Promise<void> {
  for (let path = folder; path !== out && isInside(out, path); path = dirname(path)) {
    // A folder that is not empty cannot be removed, nor can those above it.
    const gone = await rmdir(path).then(
      () => true,
      () => false,
    )
    if (!gone) return
  }
}
