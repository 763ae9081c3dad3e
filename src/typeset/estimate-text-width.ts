/** Roughly how wide characters are in the fonts of emails, in CSS pixels at a font size of 15 pixels. */
const widths: [characters: RegExp, width: number][] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[iljtfrI.,:;'’|!()[\]/ -]/, 5],
  [/[mwMW@%]/, 14],
  [/\p{Lu}/u, 10.5],
  [/\p{N}/u, 8.4],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u, 15],
  [/\p{Extended_Pictographic}/u, 21],
]
const usualWidth = 8.4

/** The width of a character of code at 15 pixels, and the padding of its element. */
const codeWidth = 9.1
const codePadding = 6

/**
 * Estimates how wide a text is in an email, in CSS pixels at a font size of 15 pixels. Rather too wide than too narrow: which font
 * a reader has is not known.
 * @param isCode whether the text is in a font of one width
 */
export function estimateTextWidth(text: string, isCode = false): number {
  if (isCode) return [...text].length * codeWidth + codePadding
  return [...text].reduce((sum, character) => sum + estimateCharacter(character), 0)
}

function estimateCharacter(character: string): number {
  return widths.find(([characters]) => characters.test(character))?.[1] ?? usualWidth
}
