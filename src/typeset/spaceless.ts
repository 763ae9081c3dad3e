/**
 * A letter of a script that puts no spaces between words, or (Korean) none between a word and its particle; or the
 * punctuation of these scripts.
 */
const SPACELESS =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Hangul}\\p{Script=Yi}' +
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}' +
  '\\u3000-\\u303F\\u30FB\\u30FC\\uFF01-\\uFF60\\uFFE0-\\uFFE6]'

const START = new RegExp(`^${SPACELESS}`, 'u')
/** Marks, such as variation selectors, may follow the letter. */
const END = new RegExp(`${SPACELESS}\\p{M}*$`, 'u')

/**
 * True for a text whose first character belongs to a script without spaces between words or before particles: Chinese,
 * Japanese, Korean, Thai, Lao, Khmer, Burmese, Tibetan, Yi.
 */
export function startsSpaceless(text: string): boolean {
  return START.test(text)
}

/** True for a text whose last character belongs to such a script. */
export function endsSpaceless(text: string): boolean {
  return END.test(text)
}
