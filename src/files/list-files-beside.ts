import { readdirSync, realpathSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { isInside } from './paths.ts'

/** The files that issues include, or take data from. */
const named = /\.(?:md|markdown|txt|csv|tsv)$/i

/**
 * Lists the files of text and data in the folder of a path at which there is none. A folder that cannot be read, or is not in
 * the newsletter's, has no files.
 * @param root the newsletter's folder, absolute
 * @param path relative to the root, with `/`
 * @returns paths relative to the root, with `/`, sorted
 */
export function listFilesBeside(root: string, path: string): string[] {
  const folder = posix.dirname(path)
  try {
    const real = realpathSync(resolve(root, folder))
    if (!isInside(realpathSync(root), real)) return []
    const files = readdirSync(real, { withFileTypes: true }).filter(
      (entry) => entry.isFile() && named.test(entry.name),
    )
    return files.map(({ name }) => posix.join(folder, name)).sort()
  } catch {
    return []
  }
}
