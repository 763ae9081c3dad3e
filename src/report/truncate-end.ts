import { displayWidth } from '../typeset/display-width.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * As much of a line as fits, with `…` for what is left out.
 * @param width in columns, at least 1
 */
export function truncateEnd(line: string, width: number): string {
  if (displayWidth(line) <= width) return line
  let kept = ''
  let columns = 1
  for (const { segment } of segmenter.segment(line)) {
    columns += displayWidth(segment)
    if (columns > width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
