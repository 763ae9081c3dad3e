import { readFileSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ImageRead } from '../images/image-store.ts'
import { maxImageBytes } from '../images/parse-whole-image.ts'
import { listNearbyImages } from './list-nearby-images.ts'
import { isInside } from './paths.ts'

/**
 * Reads an image of the newsletter. An image outside its folder, by its path or through a symbolic link, is not read.
 * @param root the newsletter's folder, absolute
 * @param path the image's, relative to the root, with `/`
 */
export function readImage(root: string, path: string): ImageRead {
  const absolute = resolve(root, path)
  if (!isInside(root, absolute)) return { problem: 'outside' }
  try {
    const real = realpathSync(absolute)
    if (!isInside(realpathSync(root), real)) return { problem: 'outside' }
    const file = statSync(real)
    if (!file.isFile()) return { problem: 'unreadable', found: file.isDirectory() ? 'folder' : 'no-file' }
    if (file.size > maxImageBytes) return { problem: 'large', length: file.size }
    return { bytes: readFileSync(real) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const missing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']
    if (code === 'ELOOP') return { problem: 'unreadable', found: 'circle' }
    if (!missing.includes(code ?? '')) return { problem: 'unreadable' }
    return { problem: 'missing', nearby: listNearbyImages(root, path) }
  }
}
