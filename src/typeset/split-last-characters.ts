/** Two characters that a line may end between, and the marks after them. A shorter title has one line on any screen. */
const ENDING =
  /^(.{5,}\S)([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2}[\p{P}\p{S}\u3000]*)$/su

/**
 * Splits the last two characters off a Chinese, Japanese or Korean title. Without a line break between them, its last line
 * is not a single character.
 * @returns `undefined` for a title that does not end in these scripts, or is shorter than a line
 */
export function splitLastCharacters(title: string): [start: string, end: string] | undefined {
  const [, start, end] = ENDING.exec(title.trimEnd()) ?? []
  return start !== undefined && end !== undefined ? [start, end] : undefined
}
