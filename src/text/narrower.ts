/** However deep a text is nested, a line has room for some words. */
const NARROWEST = 16

/**
 * The columns that a prefix leaves.
 * @param width columns; 0 means endless lines and stays 0
 * @param prefix of narrow characters
 */
export function narrower(width: number, prefix: string): number {
  return width === 0 ? 0 : Math.max(NARROWEST, width - prefix.length)
}
