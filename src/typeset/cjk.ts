/** One character of a script that is written without spaces between words, or that script's punctuation. */
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFF01-\uFF60\uFFE0-\uFFE6]/u

/**
 * Whether a string holds Chinese or Japanese writing. Korean separates its words by spaces and is not counted.
 * @param text one character or more
 */
export function isCjk(text: string): boolean {
  return CJK.test(text)
}
