import { contrastRatio, type Rgb, toHex } from '../css/contrast.ts'
import { parseColour } from '../css/parse-colour.ts'

/** The contrast ratio that text needs (WCAG 2.2, success criterion 1.4.3, level AA). */
const minRatio = 4.5

/**
 * Derives the accent for dark mode: the accent is mixed with more and more white until it is readable on a background.
 * @param accent a colour of six hexadecimal digits: `#0f766e`
 * @param background the colour behind the text, in the same notation
 * @returns `undefined` when one of the two is written in another way
 */
export function createDarkAccent(accent: unknown, background: unknown): string | undefined {
  const colour = parseHex(accent)
  const behind = parseHex(background)
  if (!colour || !behind) return undefined
  for (let share = 0; share < 1; share += 0.05) {
    const lighter = colour.map((channel) => Math.round(channel + (255 - channel) * share)) as Rgb
    if (contrastRatio(lighter, behind) >= minRatio) return toHex(lighter)
  }
  return '#ffffff'
}

/**
 * Chooses the colour of text on the accent: white, or where that is hard to read and the other one is not, the colour of text.
 * @param accent a colour of six hexadecimal digits
 * @param ink the colour of text, in the same notation
 * @returns `undefined` when one of the two is written in another way
 */
export function chooseAccentText(accent: unknown, ink: unknown): string | undefined {
  const colour = parseHex(accent)
  const text = parseHex(ink)
  if (!colour || !text) return undefined
  const white = contrastRatio([255, 255, 255], colour)
  return white >= minRatio || white >= contrastRatio(text, colour) ? '#ffffff' : toHex(text)
}

/** Tokens may also be names, which are not derived from. */
function parseHex(colour: unknown): Rgb | undefined {
  return /^#[0-9a-f]{6}$/i.test(String(colour)) ? parseColour(String(colour))?.rgb : undefined
}
