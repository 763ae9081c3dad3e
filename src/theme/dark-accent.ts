/** The contrast that text needs (WCAG 2.2, success criterion 1.4.3, level AA). */
const enough = 4.5

type Rgb = [number, number, number]

/**
 * An accent for dark mode: the accent, lightened in steps until it can be read on the dark ground.
 * @param accent a colour of six hexadecimal digits: `#0f766e`
 * @param ground what it stands on
 * @returns nothing when one of the two is no such colour
 */
export function toDarkAccent(accent: unknown, ground: unknown): string | undefined {
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

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
