/** The most characters that a title has in the name of a file; longer ones are cut after a word. */
const longest = 60

/** Letters that are not a letter with an accent to Unicode. */
const folded: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }
const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' }

/**
 * Converts a title to its form in the name of a file: small letters and hyphens, Latin letters without accents.
 * @param lang a BCP 47 language tag, on which the form of umlauts depends
 * @returns an empty text for a title without letters and digits, such as one of emoji
 */
export function toTitleSlug(title: string, lang: string): string {
  const small = title.normalize('NFC').toLowerCase()
  const umlauts = /^de(?:-|$)/i.test(lang) ? replaceLetters(small, german) : small
  const words = replaceLetters(umlauts, folded)
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  const letters = [...words]
  if (letters.length <= longest) return words
  const cut = letters.slice(0, longest + 1).join('')
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : letters.slice(0, longest).join('')
}

function replaceLetters(text: string, letters: Record<string, string>): string {
  return text.replace(/\p{L}/gu, (letter) => letters[letter] ?? letter)
}
