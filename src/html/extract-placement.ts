import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { EXIT, visitParents } from 'unist-util-visit-parents'
import { unmark } from '../theme/source-markers.ts'
import { serialize } from './serialize.ts'

/** The place of a sponsor's placement: a block with its offsets in the Markdown, or the masthead. */
export type Placement = { start: number; end: number } | 'masthead'

/**
 * Extracts one placement of a sponsor from a finished email: a document with its styles and its ancestors, but without
 * anything else, so that it looks as it was sent.
 * @param marked the HTML with source markers (see `theme/source-markers.ts`)
 * @returns `undefined` when the template does not show the placement
 */
export function extractPlacement(marked: string, placement: Placement): string | undefined {
  const tree = fromHtml(marked)
  let path: (Root | Element)[] | undefined
  visitParents(tree, 'element', (element, ancestors) => {
    if (!isPlacement(element, ancestors as Element[], placement)) return undefined
    path = [...(ancestors as (Root | Element)[]), element]
    return EXIT
  })
  if (!path) return undefined
  const branch = placement === 'masthead' ? path.slice(0, -1) : path
  for (const [index, parent] of branch.slice(0, -1).entries()) {
    const next = branch[index + 1] as Element
    // The head, which contains the styles, stays.
    if (parent.type === 'element' && parent.tagName !== 'html') parent.children = [next]
  }
  return unmark(serialize(tree.children as ElementContent[]))
}

/** A block's outermost element is marked with its offsets. The masthead's link is a sponsored one outside all blocks. */
function isPlacement(element: Element, ancestors: Element[], placement: Placement): boolean {
  if (placement !== 'masthead') return markerOf(element).endsWith(`@${placement.start}-${placement.end}`)
  const { rel } = element.properties
  const isSponsored = element.tagName === 'a' && Array.isArray(rel) && rel.includes('sponsored')
  return isSponsored && ![...ancestors, element].some((each) => markerOf(each).includes('@'))
}

function markerOf({ properties }: Partial<Element>): string {
  return String(properties?.dataO ?? '')
}
