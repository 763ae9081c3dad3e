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

/** True for a text that contains Chinese, Japanese or Korean characters. */
export function isCjkOrKorean(text: string): boolean {
  return isCjk(text) || HANGUL.test(text)
}

/** Chinese and Japanese punctuation, which has its space within. */
const FULL_WIDTH_MARK = /[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF60]/u
const HANGUL = /\p{Script=Hangul}/u

/**
 * Whether a line break of the source is no space: between Chinese or Japanese characters, and beside a full-width mark.
 * @param before the character before the line break; empty at the beginning
 * @param after the character after it
 */
export function isSpacelessBreak(before: string, after: string): boolean {
  if (isCjk(before) && isCjk(after)) return true
  // Korean has spaces between words, beside full-width brackets too.
  return FULL_WIDTH_MARK.test(before + after) && !HANGUL.test(before + after)
}
