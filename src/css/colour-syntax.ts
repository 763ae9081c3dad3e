/** A colour with spaces between its channels: `rgb(0 0 0)`, `hsl(0 0% 0% / 50%)`. */
const spaced = /\b(?:rgb|hsl)a?\(\s*[^\s,()]+\s+[^\s,()]+\s+[^,()]+\)/i

/** The start of a colour function of CSS Color 4 that is neither `rgb()` nor `hsl()`. */
const modern = /\b(?:oklch|oklab|lch|lab|hwb|color)\(/i

/** The first colour in a piece of CSS with spaces between its channels; `undefined` when there is none. */
export function findSpacedColour(css: string): string | undefined {
  return spaced.exec(css)?.[0]
}

/** The start of the first modern colour function in a piece of CSS: `oklch(`; `undefined` when there is none. */
export function findModernColour(css: string): string | undefined {
  return modern.exec(css)?.[0]
}
