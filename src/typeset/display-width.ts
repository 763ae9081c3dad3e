import stringWidth from 'string-width'

/** Letters whose width needs no table, which spares most texts the way through it: UAX #11 narrow and wide. */
const NARROW = /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0400-\u0482]*$/
const WIDE = /^[\u3041-\u3096\u30A1-\u30FA\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3]+$/

/**
 * The columns that a string takes in a fixed-width font: 2 for an ideograph or an emoji, 0 for a combining mark.
 * Characters of ambiguous width (UAX #11) count as one column, as mail readers outside East Asia draw them.
 * @param text one line
 */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  return WIDE.test(text) ? text.length * 2 : stringWidth(text)
}
