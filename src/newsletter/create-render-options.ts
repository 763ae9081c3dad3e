import { createArchive } from '../blocks/archive.ts'
import { listFilesBeside } from '../files/list-files-beside.ts'
import { readImage } from '../files/read-image.ts'
import type { RenderOptions } from '../render/render.ts'
import type { Newsletter } from './load-newsletter.ts'

/**
 * Creates the options that every rendering of a newsletter's issues needs; the shipped checks run unless `checks` is set.
 * @param root the newsletter's folder, absolute, from which pictures, the polls' results and included files are read
 */
export function createRenderOptions(
  { settings, themes, slugs, archive }: Newsletter,
  root: string,
): RenderOptions {
  return {
    settings,
    themes,
    readImage: (path) => readImage(root, path),
    readResults: (path) => readImage(root, path),
    readFile(path) {
      const read = readImage(root, path)
      if (!('problem' in read)) return read
      // The pictures beside a missing file do not matter, and are not to be depended on.
      return read.problem === 'missing' ? { ...read, nearby: listFilesBeside(root, path) } : read
    },
    findArchived: createArchive(archive),
    slugOf: (path) => slugs.get(path),
  }
}
