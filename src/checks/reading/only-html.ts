import type { Root } from 'mdast'
import type { Position } from 'unist'
import { blocksNamed } from './blocks-named.ts'

/** Tells of a place in the Markdown whether the author keeps it from the plaintext on purpose, by `:::only`. */
export function toOnlyHtml(tree: Root): (position: Position | undefined) => boolean {
  const ranges = blocksNamed('only', tree).flatMap(({ node, block }) => {
    const shown = block.attributes.in
    return Array.isArray(shown) && !shown.includes('text') && node.position ? [node.position] : []
  })
  return (position) =>
    position !== undefined &&
    ranges.some(({ start, end }) => position.start.line >= start.line && position.end.line <= end.line)
}
