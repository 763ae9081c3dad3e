import { displayWidth } from '../typeset/display-width.ts'

export interface Truncated {
  /** The part of the line that fits, with `…` where something is left out. Tabs become two spaces. */
  text: string
  /** The text before the marked part, and the marked part. */
  before: string
  marked: string
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Cuts a line down to a width so that the start of its marked part stays visible.
 * @param line one line
 * @param start where the marked part begins, in UTF-16 units
 * @param end where it ends
 * @param width in columns
 */
export function truncateAround(line: string, start: number, end: number, width: number): Truncated {
  const parts = {
    before: expandTabs(line.slice(0, start)),
    marked: expandTabs(line.slice(start, end)),
    after: expandTabs(line.slice(end)),
  }
  // A very long line is cut roughly before its columns are counted.
  const rough = { before: parts.before.slice(-4 * width), marked: parts.marked.slice(0, 4 * width) }
  const fits = parts.before.length + parts.marked.length + parts.after.length <= 4 * width
  if (fits && displayWidth(parts.before + parts.marked + parts.after) <= width) {
    return { text: parts.before + parts.marked + parts.after, before: parts.before, marked: parts.marked }
  }
  const room = Math.max(Math.floor(width / 3), width - displayWidth(rough.marked) - Math.floor(width / 4))
  const before = truncateStart(parts.before, rough.before, Math.min(room, width - 8))
  const marked = fitStart(rough.marked, width - displayWidth(before) - 1)
  const left = width - displayWidth(before + marked) - 1
  const whole = marked.length === parts.marked.length
  const after = whole ? fitStart(parts.after.slice(0, 4 * width), left) : ''
  const more = !whole || after.length < parts.after.length
  return { text: before + marked + after + (more ? '…' : ''), before, marked }
}

function expandTabs(text: string): string {
  return text.replaceAll('\t', '  ')
}

function truncateStart(whole: string, rough: string, width: number): string {
  if (rough.length === whole.length && displayWidth(rough) <= width) return whole
  const kept: string[] = []
  let columns = 1
  for (const { segment } of [...segmenter.segment(rough)].reverse()) {
    columns += displayWidth(segment)
    if (columns > width) break
    kept.unshift(segment)
  }
  return `…${kept.join('')}`
}

/**
 * Cuts a line down to a width, with `…` at its end where something is left out.
 * @param width in columns, at least 1
 */
export function truncateEnd(line: string, width: number): string {
  return displayWidth(line) <= width ? line : `${fitStart(line, width - 1).trimEnd()}…`
}

function fitStart(text: string, width: number): string {
  let fitting = ''
  let columns = 0
  for (const { segment } of segmenter.segment(text)) {
    columns += displayWidth(segment)
    if (columns > width) break
    fitting += segment
  }
  return fitting
}
