import { contrast, type Rgb, toHex } from '../css/contrast.ts'

/** The contrast that text needs (WCAG 2.2, success criterion 1.4.3, level AA). */
const enough = 4.5

/**
 * An accent for dark mode: the accent, lightened in steps until it can be read on the dark ground.
 * @param accent a colour of six hexadecimal digits: `#0f766e`
 * @param ground what it stands on
 * @returns nothing when one of the two is no such colour
 */
export function createDarkAccent(accent: unknown, ground: unknown): string | undefined {
  const colour = toRgb(accent)
  const below = toRgb(ground)
  if (!colour || !below) return undefined
  for (let share = 0; share < 1; share += 0.05) {
    const lighter = colour.map((channel) => Math.round(channel + (255 - channel) * share)) as Rgb
    if (contrast(lighter, below) >= enough) return toHex(lighter)
  }
  return '#ffffff'
}

function toRgb(colour: unknown): Rgb | undefined {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(String(colour))
  return digits ? (digits.slice(1).map((pair) => Number.parseInt(pair, 16)) as Rgb) : undefined
}
