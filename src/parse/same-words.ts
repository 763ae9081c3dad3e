/** What distinguishes no words: separators, punctuation, emoji with their modifiers, invisible characters. */
const noWords =
  /[\p{Z}\p{P}\p{Cc}\p{Cf}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|[\u20E3\uFE0E\uFE0F]/gu

/** A text's letters, digits and other symbols (`+`); of a text without any, the text itself. */
function reduceToWords(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replace(noWords, '')
  return words === '' ? text.trim() : words
}

/** Whether two texts have the same words: punctuation, case, spaces, emoji and the form of letters make no difference. */
export function hasSameWords(one: string, other: string): boolean {
  return reduceToWords(one) === reduceToWords(other)
}
