import type { Element } from 'hast'
import { visitParents } from 'unist-util-visit-parents'
import { memoize } from '../../hast/memoize.ts'
import type { ImageCopy } from '../../types.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findSourcePlaces } from './find-source-places.ts'

/** A picture of the finished HTML. */
export interface ShownImage {
  element: Element
  /** As it goes out, merge tags as tokens. */
  src: string
  /** The file that it shows; none for one that lies elsewhere on the web. */
  copy: ImageCopy | undefined
  /** In CSS pixels, as its attributes say. */
  width: number | null
  height: number | null
  /** The link around it. */
  link: Element | undefined
  /** Where it was written. */
  at: Origin
}

/**
 * The pictures of the finished HTML, those of templates too.
 * @param context the check's; read once for all the checks that ask
 * @returns in the order of the document, each with the place where it was written
 */
export const extractShownImages = memoize((context: CheckContext): ShownImage[] => {
  const pictures: ShownImage[] = []
  const placeOf = findSourcePlaces(context)
  visitParents(context.document, { tagName: 'img' }, (node, ancestors) => {
    const element = node as Element
    const src = String(element.properties.src ?? '')
    pictures.push({
      element,
      src,
      copy: context.images.find(({ output }) => src === output || src.endsWith(`/${output}`)),
      width: parsePixels(element.properties.width),
      height: parsePixels(element.properties.height),
      link: ancestors.find((one): one is Element => one.type === 'element' && one.tagName === 'a'),
      at: placeOf(element, src),
    })
  })
  return pictures
})

function parsePixels(value: unknown): number | null {
  return /^\d+$/.test(String(value)) ? Number(value) : null
}
