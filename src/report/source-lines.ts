/** A file's lines; none of an empty one. */
export function splitSourceLines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\n|\r/)
}
