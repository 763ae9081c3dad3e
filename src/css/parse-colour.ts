import type { Rgb } from './contrast.ts'
import { namedColours } from './named-colours.ts'

export interface Colour {
  rgb: Rgb
  /** Its opacity, 0 to 1. */
  alpha: number
}

/**
 * Parses a colour in a style sheet or in an attribute such as `bgcolor`: a name, three to eight hexadecimal digits (with
 * or without `#`), `rgb()` and `hsl()` (CSS Color 4).
 * @returns `undefined` for keywords whose colour depends on the element (`currentcolor`, `inherit`), for other colour
 * spaces, and for what is not a colour
 */
export function parseColour(value: string): Colour | undefined {
  const text = value.trim().toLowerCase()
  if (text === 'transparent') return { rgb: [0, 0, 0], alpha: 0 }
  const hex = /^#?([0-9a-f]{3,8})$/.exec(text)?.[1] ?? namedColours.get(text)
  if (hex) return parseDigits(hex)
  const [, model, list = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text) ?? []
  const parts = list.split(/[\s,/]+/).filter((part) => part !== '')
  if (!model || parts.length < 3) return undefined
  const alpha = parseFraction(parts[3] ?? '1', 1)
  const rgb =
    model === 'rgb' ? parts.slice(0, 3).map((part) => parseFraction(part, 255) * 255) : convertHsl(parts)
  return [...rgb, alpha].some(Number.isNaN) ? undefined : { rgb: rgb as Rgb, alpha }
}

/**
 * The part of a shorthand that is a colour: `#fff` of `url(a.png) #fff`.
 * @returns the first such part as it is written; `undefined` when there is none
 */
export function findColour(value: string): string | undefined {
  const parts = value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? []
  return parts.find((part) => parseColour(part) !== undefined)
}

/** The colour that shows where a colour lies on an opaque background. */
export function blendColours({ rgb, alpha }: Colour, background: Rgb): Rgb {
  if (alpha === 1) return rgb
  return rgb.map((channel, index) => channel * alpha + (background[index] ?? 0) * (1 - alpha)) as Rgb
}

function parseDigits(digits: string): Colour | undefined {
  if (![3, 4, 6, 8].includes(digits.length)) return undefined
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  const [red = 0, green = 0, blue = 0, alpha = 255] = (long.match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  )
  return { rgb: [red, green, blue], alpha: alpha / 255 }
}

/** A percentage or a number as a fraction, 0 to 1: `50%` and, with `whole` 255, `127.5` are both 0.5. */
function parseFraction(part: string, whole: number): number {
  const fraction = part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part) / whole
  return Math.min(1, Math.max(0, fraction))
}

/** Converts HSL to RGB (CSS Color 4, section 7). */
function convertHsl([hue = '', saturation = '', lightness = '']: string[]): number[] {
  const degrees = Number(hue.replace(/deg$/, ''))
  const lightnessFraction = parseFraction(lightness, 100)
  const range = parseFraction(saturation, 100) * Math.min(lightnessFraction, 1 - lightnessFraction)
  return [0, 8, 4].map((offset) => {
    const step = (offset + degrees / 30 + 120) % 12
    return 255 * (lightnessFraction - range * Math.max(-1, Math.min(step - 3, 9 - step, 1)))
  })
}
