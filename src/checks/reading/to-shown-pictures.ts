import type { Element } from 'hast'
import { visitParents } from 'unist-util-visit-parents'
import type { ImageCopy } from '../../issue.ts'
import type { Origin, Subject } from '../check.ts'
import { once } from './once.ts'
import { toWrittenPlaces } from './written-places.ts'

/** A picture of the finished HTML. */
export interface ShownPicture {
  element: Element
  /** As it goes out, merge tags shielded. */
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
export const toShownPictures = once((subject: Subject): ShownPicture[] => {
  const pictures: ShownPicture[] = []
  const placeOf = toWrittenPlaces(subject)
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
