import type { Direction } from '../types.ts'

// Letters of the scripts whose characters have the Bidi_Class R or AL (Unicode Standard Annex 9; Script and Bidi_Class of
// the Unicode Character Database), and the marks U+200F and U+061C. Digits and punctuation have no direction of their own.
const scripts = [
  'Arabic',
  'Hebrew',
  'Syriac',
  'Thaana',
  'Nko',
  'Adlam',
  'Hanifi_Rohingya',
  'Mandaic',
  'Samaritan',
]
const rightToLeft = new RegExp(`[${scripts.map((name) => `\\p{Script=${name}}`).join('')}\u200f\u061c]`, 'u')
const words = /[\p{L}\u200e\u200f\u061c][\p{L}\p{M}]*/gu

/** A word that looks the same in both directions. */
const plainWord = /^[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?$/u

/** How many words of another script there are for each of its own if a text is none of a language from right to left. */
const foreignShare = 3

/** True for a text with a character of a script from right to left, or with a mark that sets this direction. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/**
 * Finds the direction of a text that differs from the text around it: that of its first letter (UAX 9, rules P2 and P3), if
 * most of its words have it. So a sentence that only begins with a foreign word stays as it is. Languages from right to
 * left have many names in Latin letters, which may well be half of a sentence.
 * @param text without markup; merge tags as tokens, which have no direction
 * @param around the direction of the text around it
 * @returns `undefined` if the direction is the same, or the text has no letters
 */
export function findForeignDirection(text: string, around: Direction): Direction | undefined {
  let foreign = 0
  let usual = 0
  for (const [word] of text.matchAll(words)) {
    const isForeign = rightToLeft.test(word) !== (around === 'rtl')
    if (isForeign) foreign += 1
    else if (foreign === 0) return undefined
    else usual += 1
  }
  if (around === 'ltr') return foreign > usual ? 'rtl' : undefined
  return foreign > usual * foreignShare && !plainWord.test(text.trim()) ? 'ltr' : undefined
}
