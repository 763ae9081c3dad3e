/**
 * The last part of the text before an offset. A pattern that ends with `$` is tried at every place of a text, so that it is
 * only used on a short one.
 * @param length in UTF-16 code units, enough for what is looked for
 */
export function textBefore(text: string, offset: number, length: number): string {
  return text.slice(Math.max(0, offset - length), offset)
}
