/** The default size of text in browsers, in CSS pixels, which `rem` counts in. */
const rootSize = 16

/**
 * A length in CSS pixels.
 * @param value a number with `px`, `pt`, `rem`, `em` or `%`
 * @param fontSize the size of the text around, in CSS pixels: `em` and `%` count in it
 * @returns `undefined` for other units, keywords and calculations
 */
export function parseLength(value: string, fontSize: number): number | undefined {
  const [, number = '', unit = ''] = /^([\d.]+)(px|pt|rem|em|%)$/.exec(value.trim()) ?? []
  const length = Number(number)
  if (number === '' || Number.isNaN(length)) return undefined
  const units: Record<string, number> = {
    px: 1,
    pt: 4 / 3,
    rem: rootSize,
    em: fontSize,
    '%': fontSize / 100,
  }
  return length * (units[unit] ?? 1)
}
