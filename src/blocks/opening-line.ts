import type { Point, Position } from 'unist'
import type { Directive } from '../types.ts'
import { readAttributeList } from './attribute-list.ts'

/**
 * The place of a directive's opening line, which most messages about a block point at.
 * @param source the text: `String(file)`
 */
export function openingLine(node: Directive, source: string): Position {
  const start = node.position?.start ?? { line: 1, column: 1, offset: 0 }
  const offset = start.offset ?? 0
  const length = /^[^\r\n]*/.exec(source.slice(offset))?.[0].trimEnd().length ?? 0
  return { start, end: { line: start.line, column: start.column + length, offset: offset + length } }
}

/**
 * The place of one attribute in a directive's opening line; the whole line when the attribute cannot be found.
 * @param name the attribute's name
 * @param source the text: `String(file)`
 */
export function attributePlace(node: Directive, name: string, source: string): Position {
  const line = openingLine(node, source)
  const written = readAttributeList(node, source)?.attributes.findLast((each) => each.name === name)
  return written ? createRange(written, line) : line
}

/** The place of a range of the text within the opening line of a block. */
export function createRange({ start, end }: { start: number; end: number }, line: Position): Position {
  const point = (offset: number): Point => ({
    line: line.start.line,
    column: line.start.column + offset - (line.start.offset ?? 0),
    offset,
  })
  return { start: point(start), end: point(end) }
}
