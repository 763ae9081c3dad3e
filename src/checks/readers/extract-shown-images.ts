import type { Element, Root } from 'hast'
import { memoize } from '../../hast/memoize.ts'
import type { ImageCopy } from '../../types.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findSourcePlaces } from './find-source-places.ts'

/** A picture of the finished HTML. */
export interface ShownImage {
  element: Element
  /** The address as it is sent, merge tags as tokens. */
  src: string
  /** The file that it shows; `undefined` for a picture from elsewhere on the web. */
  copy: ImageCopy | undefined
  /** In CSS pixels, from its attributes; `null` when they are not given. */
  width: number | null
  height: number | null
  /** The link around it, if there is one. */
  link: Element | undefined
  /** Where it was written. */
  at: Origin
}

/**
 * Extracts the pictures of the finished HTML, including those of templates.
 * @param context the check's context; the result is shared by all checks
 * @returns in the order of the document, each with the place where it was written
 */
export const extractShownImages = memoize((context: CheckContext): ShownImage[] => {
  const pictures: ShownImage[] = []
  const placeOf = findSourcePlaces(context)
  const add = (element: Element, link: Element | undefined) => {
    const src = String(element.properties.src ?? '')
    pictures.push({
      element,
      src,
      copy: context.images.find(({ output }) => src === output || src.endsWith(`/${output}`)),
      width: parsePixels(element.properties.width),
      height: parsePixels(element.properties.height),
      link,
      at: placeOf(element, src),
    })
  }
  const walk = (parent: Root | Element, link: Element | undefined): void => {
    for (const element of parent.children) {
      if (element.type !== 'element') continue
      if (element.tagName === 'img') add(element, link)
      walk(element, link ?? (element.tagName === 'a' ? element : undefined))
    }
  }
  walk(context.document, undefined)
  return pictures
})

function parsePixels(value: unknown): number | null {
  return /^\d+$/.test(String(value)) ? Number(value) : null
}
