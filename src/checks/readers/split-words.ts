/** Scripts without spaces: two neighbouring characters make do for a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u
const run = new RegExp(`${unspaced.source}+|(?:(?!${unspaced.source})[\\p{L}\\p{M}\\p{N}])+`, 'gu')
const broken = new RegExp(`(?<=${unspaced.source})\\s*\\n[\\s>]*(?=${unspaced.source})`, 'gu')

/**
 * The words of a text in lower case, however it is wrapped. In scripts without spaces (Chinese, Japanese, Thai, …) each
 * pair of neighbouring characters makes do for a word.
 */
export function splitWords(text: string): string[] {
  const whole = text.normalize('NFKC').toLowerCase().replace(broken, '')
  return (whole.match(run) ?? []).flatMap((found) => (unspaced.test(found) ? splitIntoPairs(found) : [found]))
}

/** How long a text of these words, as `splitWords` gives them, is in words: without spaces there are about two characters to one, and so two pairs. */
export function countWords(words: readonly string[]): number {
  return words.reduce((count, word) => count + (unspaced.test(word) ? 0.5 : 1), 0)
}

function splitIntoPairs(found: string): string[] {
  const signs = [...found]
  if (signs.length === 1) return signs
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
}
