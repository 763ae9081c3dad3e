import type { Element } from 'hast'
import { visitParents } from 'unist-util-visit-parents'
import { memoize } from '../../hast/memoize.ts'
import type { ImageCopy } from '../../types.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findSourcePlaces } from './source-places.ts'

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

/** The pictures of the finished HTML, in order. */
export const extractShownImages = memoize((subject: CheckContext): ShownImage[] => {
  const pictures: ShownImage[] = []
  const placeOf = findSourcePlaces(subject)
  visitParents(subject.document, { tagName: 'img' }, (node, ancestors) => {
    const element = node as Element
    const src = String(element.properties.src ?? '')
    pictures.push({
      element,
      src,
      copy: subject.images.find(({ output }) => src === output || src.endsWith(`/${output}`)),
      width: toPixels(element.properties.width),
      height: toPixels(element.properties.height),
      link: ancestors.find((one): one is Element => one.type === 'element' && one.tagName === 'a'),
      at: placeOf(element, src),
    })
  })
  return pictures
})

function toPixels(value: unknown): number | null {
  return /^\d+$/.test(String(value)) ? Number(value) : null
}
