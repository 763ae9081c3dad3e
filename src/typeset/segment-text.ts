/**
 * The longest text that a segmenter is given, in UTF-16 code units. With each segment, V8 creates a copy of the whole text,
 * so that a text of 100,000 units would need 20 GB.
 */
const WINDOW = 1000

/** How far from the end of a window a segment still depends on what comes after it. */
const MARGIN = 100

/**
 * Divides a text of any length into graphemes or words, in time and memory proportional to its length.
 * @param text a text of up to 1,000 UTF-16 code units is segmented as it is, a longer one in parts
 */
export function* segmentText(
  text: string,
  segmenter: Intl.Segmenter,
): Generator<Omit<Intl.SegmentData, 'input'>> {
  let start = 0
  let length = WINDOW
  while (start < text.length) {
    const window = text.slice(start, start + length)
    const isLast = start + window.length === text.length
    const limit = isLast ? window.length : window.length - MARGIN
    let end = 0
    for (const { segment, index, isWordLike } of segmenter.segment(window)) {
      if (index >= limit || (!isLast && index + segment.length === window.length)) break
      yield { segment, index: start + index, ...(isWordLike !== undefined && { isWordLike }) }
      end = index + segment.length
    }
    // One segment, such as a letter with accents, may be longer than a window.
    length = end === 0 ? length * 2 : WINDOW
    start += end
  }
}
