/** However deep a text is nested, its lines have room for a few words. */
const NARROWEST = 16

/**
 * The columns that remain beside a prefix.
 * @param width columns of the whole line, or 0 for no wrapping, which stays 0
 * @param prefix made of characters that are one column wide
 */
export function remainingWidth(width: number, prefix: string): number {
  return width === 0 ? 0 : Math.max(NARROWEST, width - prefix.length)
}
