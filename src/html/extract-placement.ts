import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { EXIT, visitParents } from 'unist-util-visit-parents'
import { unmark } from '../theme/source-markers.ts'
import { serialize } from './serialize.ts'

/** Where a placement stands: a block by its offsets in the Markdown, or the masthead. */
export type Placement = { start: number; end: number } | 'masthead'

/**
 * Cuts one placement of a sponsor out of a finished email: the document with all that is around it taken away, so that
 * it looks as it was sent.
 * @param marked the HTML with marks that tell where each element comes from
 * @returns nothing when the template shows no such thing
 */
export function extractPlacement(marked: string, placement: Placement): string | undefined {
  const tree = fromHtml(marked)
  let path: (Root | Element)[] | undefined
  visitParents(tree, 'element', (element, ancestors) => {
    if (!isWanted(element, ancestors as Element[], placement)) return undefined
    path = [...(ancestors as (Root | Element)[]), element]
    return EXIT
  })
  if (!path) return undefined
  const kept = placement === 'masthead' ? path.slice(0, -1) : path
  for (const [index, parent] of kept.slice(0, -1).entries()) {
    const next = kept[index + 1] as Element
    // The head has the styles.
    if (parent.type === 'element' && parent.tagName !== 'html') parent.children = [next]
  }
  return unmark(serialize(tree.children as ElementContent[]))
}

/** A block's outermost element bears its offsets; the masthead's link is a sponsor's, and no block's. */
function isWanted(element: Element, ancestors: Element[], placement: Placement): boolean {
  if (placement !== 'masthead') return markOf(element).endsWith(`@${placement.start}-${placement.end}`)
  const { rel } = element.properties
  const isSponsored = element.tagName === 'a' && Array.isArray(rel) && rel.includes('sponsored')
  return isSponsored && ![...ancestors, element].some((each) => markOf(each).includes('@'))
}

function markOf({ properties }: Partial<Element>): string {
  return String(properties?.dataO ?? '')
}
