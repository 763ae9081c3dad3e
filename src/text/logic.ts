import { isToken } from '../private-use.ts'

/**
 * Whether a comment is no comment: the provider's logic, when alone on its line, travels as one that holds nothing but
 * the tag's token, since that is what every parser leaves where it is.
 * @param comment what stands between `<!--` and `-->`
 */
export function isLogic(comment: string): boolean {
  return isToken(comment)
}
