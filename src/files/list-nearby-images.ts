import { type Dirent, readdirSync, realpathSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { isInside } from './paths.ts'

const imageName = /\.(?:png|jpe?g|gif|webp|svg|avif|heic|bmp|tiff?)$/i
/** Folders that no author keeps pictures in: what was built, and what was installed. */
const skipped = /^(?:\.|node_modules$|dist$)/

/**
 * Lists the picture files around a path at which there is none: in its folder and the folder above it, with the folders
 * right below these, and in the root, two folders deep. Folders that cannot be read have no files, and links are
 * left out.
 * @param root the newsletter's folder, absolute
 * @param path relative to the root, with `/`
 * @returns paths relative to the root, with `/`, in the order of the folders and then of names
 */
export function listNearbyImages(root: string, path: string): string[] {
  const own = posix.dirname(path.replaceAll('\\', '/'))
  const found = new Set<string>()
  const addFolder = (folder: string, depth: number) => {
    const entries = readFolder(root, folder)
    for (const file of listImages(folder, entries)) found.add(file)
    const below = entries.filter((entry) => entry.isDirectory() && !skipped.test(entry.name))
    if (depth > 0) for (const { name } of below) addFolder(posix.join(folder, name), depth - 1)
  }
  addFolder(own, 1)
  addFolder(posix.dirname(own), 1)
  addFolder('.', 2)
  return [...found]
}

function listImages(folder: string, entries: Dirent[]): string[] {
  const images = entries.filter((entry) => entry.isFile() && imageName.test(entry.name))
  return images.map(({ name }) => posix.join(folder, name)).sort()
}

function readFolder(root: string, folder: string): Dirent[] {
  try {
    const real = realpathSync(resolve(root, folder))
    return isInside(realpathSync(root), real) ? readdirSync(real, { withFileTypes: true }) : []
  } catch {
    return []
  }
}
