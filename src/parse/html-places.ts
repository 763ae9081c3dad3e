import type { Html } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'

/**
 * The offset in the source of a place in a node of raw HTML. The node's text lacks the indentation and the marks of the
 * list or quote around it, which are at the start of each line but the first.
 * @param offset in the node's text
 * @param source the text that the tree's offsets refer to
 */
export function resolveHtmlOffset(node: Html, offset: number, source: string): number {
  const start = node.position?.start.offset ?? 0
  const before = node.value.slice(0, offset).split('\n')
  if (before.length === 1) return start + offset
  let lineStart = start
  for (let line = 1; line < before.length; line += 1) lineStart = source.indexOf('\n', lineStart) + 1
  const written = /[^\r\n]*/.exec(source.slice(lineStart))?.[0] ?? ''
  const stripped = node.value.split('\n')[before.length - 1]?.replace(/\r$/, '') ?? ''
  return lineStart + written.length - stripped.length + (before.at(-1)?.length ?? 0)
}

/** The place in a file of a text of a length at an offset, up to the end of its line. */
export function createHtmlPlace(offset: number, length: number, file: VFile): Position | undefined {
  const points = location(file)
  const text = String(file)
    .slice(offset, offset + length)
    .split(/\r?\n/)[0]
  const start = points.toPoint(offset)
  const end = points.toPoint(offset + (text?.length ?? 0))
  return start && end && { start, end }
}
