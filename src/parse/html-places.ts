import type { Html } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { createPoints } from '../diagnostics/points.ts'

/**
 * The offset in the source of a place in a node of raw HTML. The node's text lacks the indentation and the marks of the
 * list or quote around it, which are at the start of each line but the first.
 * @param offset in the node's text
 * @param source the text that the tree's offsets refer to
 */
export function resolveHtmlOffset(node: Html, offset: number, source: string): number {
  const start = node.position?.start.offset ?? 0
  const lines = indexLines(node, start, source)
  const line = findLine(lines, offset)
  const { start: lineStart = 0, end = 0, sourceEnd = 0 } = lines[line] ?? {}
  return line < 1 ? start + offset : sourceEnd - (end - lineStart) + (offset - lineStart)
}

/** A line of a node's text: its offsets there, and the offset in the source where it ends. */
interface Line {
  start: number
  end: number
  sourceEnd: number
}

const indexes = new WeakMap<Html, { value: string; source: string; lines: Line[] }>()

/** Indexes the lines of a node once, since it can have many tags. */
function indexLines(node: Html, from: number, source: string): Line[] {
  const { value } = node
  const known = indexes.get(node)
  if (known && known.value === value && known.source === source) return known.lines
  const lines: Line[] = []
  let start = 0
  let sourceStart = from
  for (const text of value.split('\n')) {
    const next = source.indexOf('\n', sourceStart)
    const sourceLine = source.slice(sourceStart, next === -1 ? undefined : next).replace(/\r.*$/s, '')
    const end = start + text.replace(/\r$/, '').length
    lines.push({ start, end, sourceEnd: sourceStart + sourceLine.length })
    start += text.length + 1
    sourceStart = next + 1
  }
  indexes.set(node, { value, source, lines })
  return lines
}

/** The index of the line that contains an offset. */
function findLine(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The place in a file of a text of a length at an offset, up to the end of its line. */
export function createHtmlPlace(offset: number, length: number, file: VFile): Position | undefined {
  const points = createPoints(file)
  const text = String(file)
    .slice(offset, offset + length)
    .split(/\r?\n/)[0]
  const start = points.toPoint(offset)
  const end = points.toPoint(offset + (text?.length ?? 0))
  return start && end && { start, end }
}
