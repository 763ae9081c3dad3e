import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { createPoints } from '../../diagnostics/points.ts'

/** A piece of text that was written for readers, with the places of its words in the file. */
export interface Passage {
  /** Merge tags are private-use characters; code, pictures and addresses are `noProse`. */
  text: string
  /** True for raw HTML, whose spaces and line breaks are not those that readers see. */
  raw?: boolean
  /**
   * Returns the place of a part of the text, or the surrounding place where it is not known exactly.
   * @param start the part's offset in `text`, in UTF-16 code units
   * @param end the offset behind its last code unit
   */
  place(start: number, end: number): Position | undefined
}

/** The placeholder in a passage for code, a picture or an address. */
export const noProse = '\ufffc'

/** The placeholder in a passage for a hard line break. */
export const hardBreak = '\u2028'

/** The position of the part of a file between two offsets. */
export function createPosition(file: VFile, from: number, to: number): Position | undefined {
  const points = createPoints(file)
  const start = points.toPoint(from)
  const end = points.toPoint(to)
  return start && end && { start, end }
}
