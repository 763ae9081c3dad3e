import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'

/** A piece of what the author wrote for readers, and the way from its words to their place in the file. */
export interface Passage {
  /** Merge tags are private-use characters; what is no prose (code, a picture, an address) is `noProse`. */
  text: string
  /** True for raw HTML, where the source's spaces and line breaks are not the text's. */
  raw?: boolean
  /**
   * The place of a part of the text, as exact as can be told.
   * @param start the part's first offset in `text`, in UTF-16 units
   * @param end the one behind its last
   */
  place(start: number, end: number): Position | undefined
}

/** Stands in a passage for what is no prose: code, a picture, an address. */
export const noProse = '\ufffc'

/** Stands in a passage for a hard line break. */
export const hardBreak = '\u2028'

/** A part of a file between two offsets, as a place. */
export function createPosition(file: VFile, from: number, to: number): Position | undefined {
  const points = location(file)
  const start = points.toPoint(from)
  const end = points.toPoint(to)
  return start && end && { start, end }
}
