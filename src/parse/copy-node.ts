import type { Nodes } from 'mdast'
import type { Point } from 'unist'

/** How far a text has moved: what is before it now and was not before. */
export interface Shift {
  lines: number
  /** In UTF-16 code units, as all offsets. */
  offset: number
}

/**
 * Copies a node and all in it, and moves their positions. It takes a fraction of what `structuredClone` does.
 * @param node as parsed: its fields are plain data
 */
export function copyNode<Node extends Nodes>(node: Node, shift: Shift): Node {
  const copy: Record<string, unknown> = { ...node }
  for (const key in copy) {
    const value = copy[key]
    if (typeof value !== 'object' || value === null || key === 'position') continue
    copy[key] =
      key === 'children' ? (value as Nodes[]).map((child) => copyNode(child, shift)) : structuredClone(value)
  }
  const { position } = node
  if (position)
    copy.position = { start: shiftPoint(position.start, shift), end: shiftPoint(position.end, shift) }
  return copy as unknown as Node
}

/** Moves a point in a text that begins at the start of a line. */
export function shiftPoint({ line, column, offset = 0 }: Point, shift: Shift): Point {
  return { line: line + shift.lines, column, offset: offset + shift.offset }
}
