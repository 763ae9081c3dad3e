/** A merge tag's stand-in, as `merge-tags/shield.ts` makes it. */
const TOKEN = /^\uE000[\uE100-\uE8FF]{1,2}\uE001*\uE002$/

/**
 * Whether a comment is no comment: the provider's logic, when alone on its line, travels as one that holds nothing but
 * the tag's stand-in, since that is what every parser leaves where it is.
 * @param comment what stands between `<!--` and `-->`
 */
export function isLogic(comment: string): boolean {
  return TOKEN.test(comment)
}
