/** A Chinese or Japanese character, or punctuation of these scripts. */
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\u30FB\u30FC\uFF01-\uFF60\uFFE0-\uFFE6]/u

/**
 * True for a text that contains Chinese or Japanese characters. Korean does not count, since it puts spaces between words.
 * @param text one character or more
 */
export function isCjk(text: string): boolean {
  return CJK.test(text)
}
