import type { Element, ElementContent, Nodes, Root } from 'hast'
import { memoize } from '../../hast/memoize.ts'
import { walkTree } from '../../hast/walk-tree.ts'
import type { CheckContext, Origin } from '../check.ts'
import { type FindSourcePlace, findSourcePlaces } from './find-source-places.ts'

/** A link of the finished HTML. */
export interface Anchor {
  element: Element
  /** The address as it is sent, merge tags as tokens; `undefined` for an `<a>` without `href`, such as `<a id>`. */
  href: string | undefined
  /** The text that readers see or hear, in one line, alternative texts of pictures included. */
  text: string
  /** The pictures in it. */
  pictures: Element[]
  /** Whether all of its text is code. */
  isCode: boolean
  /** Whether it is in a table of data, not of layout. */
  inTable: boolean
  /** Where it was written. */
  at: Origin
}

/**
 * Extracts the links of the finished HTML, including those of templates.
 * @param context the check's context; the result is shared by all checks
 * @returns in the order of the document, each with the place where it was written
 */
export const extractAnchors = memoize((context: CheckContext): Anchor[] => {
  const anchors: Anchor[] = []
  const placeOf = findSourcePlaces(context)
  const walk = (parent: Root | Element, inTable: boolean): void => {
    for (const element of parent.children) {
      if (element.type !== 'element') continue
      if (element.tagName === 'a') anchors.push(createAnchor(element, inTable, placeOf))
      walk(element, inTable || isDataTable(element))
    }
  }
  walk(context.document, false)
  return anchors
})

function createAnchor(element: Element, inTable: boolean, placeOf: FindSourcePlace): Anchor {
  const href = typeof element.properties.href === 'string' ? element.properties.href : undefined
  return {
    element,
    href,
    text: extractVisibleText(element),
    pictures: findPictures(element),
    isCode: isCode(element),
    inTable,
    at: placeOf(element, href ?? ''),
  }
}

function isDataTable({ tagName, properties }: Element): boolean {
  return tagName === 'table' && !properties.role
}

function extractVisibleText(element: Element): string {
  const parts: string[] = []
  walkTree<Nodes>(element, (node) => {
    if (node.type === 'text') parts.push(node.value)
    if (node.type !== 'element') return
    if (node.tagName === 'img') parts.push(` ${String(node.properties.alt ?? '')} `)
    if (node.tagName === 'br') parts.push(' ')
  })
  // A zero-width space, a word joiner and a byte order mark are invisible.
  return parts
    .join('')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function findPictures(element: Element): Element[] {
  const pictures: Element[] = []
  walkTree<Nodes>(element, (node) => {
    if (node.type === 'element' && node.tagName === 'img') pictures.push(node)
  })
  return pictures
}

function isCode({ children }: Element): boolean {
  const visible = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return visible.length > 0 && visible.every(isCodeElement)
}

function isCodeElement(node: ElementContent): boolean {
  return node.type === 'element' && ['code', 'kbd', 'samp', 'tt'].includes(node.tagName)
}
