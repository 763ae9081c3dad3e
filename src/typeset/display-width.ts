import stringWidth from 'string-width'
import { segmentText } from './segment-text.ts'

/** Characters that UAX #11 classes as narrow, ambiguous or wide: a fast path for most texts. Each is a grapheme of its own. */
const NARROW = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0400-\u0482\u2010-\u2027\u2030-\u203B\u20AC]*$/
const WIDE = /^[\u3041-\u3096\u30A1-\u30FA\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3]+$/

/** In UTF-16 code units: longer than almost any paragraph. */
const LONG = 4000
const graphemes = new Intl.Segmenter()

/**
 * The columns that a string occupies in a fixed-width font: 2 for an ideograph or an emoji, 0 for a combining mark.
 * Characters of ambiguous width (UAX #11) count as one column, as mail clients outside East Asia display them.
 * @param text one line
 */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length
  if (WIDE.test(text)) return text.length * 2
  return text.length <= LONG ? stringWidth(text) : measureGraphemes(text)
}

/** Whether each character of a text occupies one column, and is a grapheme: a quick test, which few such texts fail. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text)
}

/** The width of a long text, for which `stringWidth` would take the square of its length. */
function measureGraphemes(text: string): number {
  let width = 0
  for (const { segment } of segmentText(text, graphemes)) width += stringWidth(segment)
  return width
}
