/** A merge tag's token, as `merge-tags/shield.ts` creates it. */
const TOKEN = /^\uE000[\uE100-\uE8FF]{1,2}\uE001*\uE002$/

/**
 * True for a comment that stands for the provider's logic: a logic tag alone on its line is replaced by a comment with
 * nothing but the tag's token, since every HTML parser leaves comments where they are.
 * @param comment the text between `<!--` and `-->`
 */
export function isLogic(comment: string): boolean {
  return TOKEN.test(comment)
}
