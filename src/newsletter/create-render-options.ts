import { readImage } from '../files/read-image.ts'
import type { RenderOptions } from '../render/render.ts'
import type { Newsletter } from './load-newsletter.ts'

/**
 * Creates the options that every rendering of a newsletter's issues needs; the shipped checks run unless `checks` is set.
 * @param root the newsletter's folder, absolute, from which pictures and the polls' results are read
 */
export function createRenderOptions({ settings, themes, slugs }: Newsletter, root: string): RenderOptions {
  return {
    settings,
    themes,
    readImage: (path) => readImage(root, path),
    readResults: (path) => readImage(root, path),
    slugOf: (path) => slugs.get(path),
  }
}
