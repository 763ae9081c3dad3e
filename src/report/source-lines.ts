/** Splits a file into lines; an empty file has none. */
export function splitSourceLines(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\n|\r/)
}
