/** A file's lines; none of an empty one. */
export function toSourceLines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\n|\r/)
}
