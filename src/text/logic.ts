import { isToken } from '../private-use.ts'

/**
 * True for a comment that stands for the provider's logic: a logic tag alone on its line is replaced by a comment with
 * nothing but the tag's token, since every HTML parser leaves comments where they are.
 * @param comment the text between `<!--` and `-->`
 */
export function isLogic(comment: string): boolean {
  return isToken(comment)
}
