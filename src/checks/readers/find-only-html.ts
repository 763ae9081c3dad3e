import type { Root } from 'mdast'
import type { Position } from 'unist'
import { findBlocks } from './find-blocks.ts'

/**
 * Creates a function that tests whether a place in the Markdown is left out of the plaintext by `:::only`.
 * @param tree the context's
 */
export function findOnlyHtml(tree: Root): (position: Position | undefined) => boolean {
  const ranges = findBlocks('only', tree).flatMap(({ node, block }) => {
    const shown = block.attributes.in
    return Array.isArray(shown) && !shown.includes('text') && node.position ? [node.position] : []
  })
  return (position) =>
    position !== undefined &&
    ranges.some(({ start, end }) => position.start.line >= start.line && position.end.line <= end.line)
}
