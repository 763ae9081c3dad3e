import type { Rgb } from './contrast.ts'
import { namedColours } from './named-colours.ts'

/** A colour and how opaque it is, 0 to 1. */
export interface Colour {
  rgb: Rgb
  alpha: number
}

/**
 * A colour from what a style sheet or an attribute says of it.
 * @returns nothing for what depends on the place (`currentcolor`, `inherit`) and for the colour spaces that no mail uses
 */
export function parseColour(value: string): Colour | undefined {
  const text = value.trim().toLowerCase()
  if (text === 'transparent') return { rgb: [0, 0, 0], alpha: 0 }
  const hex = /^#?([0-9a-f]{3,8})$/.exec(text)?.[1] ?? namedColours.get(text)
  if (hex) return fromDigits(hex)
  const [, model, list = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(text) ?? []
  const parts = list.split(/[\s,/]+/).filter((part) => part !== '')
  if (!model || parts.length < 3) return undefined
  const alpha = toShare(parts[3] ?? '1', 1)
  const rgb = model === 'rgb' ? parts.slice(0, 3).map((part) => toShare(part, 255) * 255) : fromHsl(parts)
  return [...rgb, alpha].some(Number.isNaN) ? undefined : { rgb: rgb as Rgb, alpha }
}

/** A colour as it looks on the one below it. */
export function blendColours({ rgb, alpha }: Colour, below: Rgb): Rgb {
  return rgb.map((channel, index) => channel * alpha + (below[index] ?? 0) * (1 - alpha)) as Rgb
}

function fromDigits(digits: string): Colour | undefined {
  if (![3, 4, 6, 8].includes(digits.length)) return undefined
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  const [red = 0, green = 0, blue = 0, alpha = 255] = (long.match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  )
  return { rgb: [red, green, blue], alpha: alpha / 255 }
}

/** `50%` and, of 255, `127.5` are both a half. */
function toShare(part: string, whole: number): number {
  const share = part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part) / whole
  return Math.min(1, Math.max(0, share))
}

/** CSS Color 4, section 7: HSL to RGB. */
function fromHsl([hue = '', saturation = '', lightness = '']: string[]): number[] {
  const turn = Number(hue.replace(/deg$/, ''))
  const light = toShare(lightness, 100)
  const reach = toShare(saturation, 100) * Math.min(light, 1 - light)
  return [0, 8, 4].map((offset) => {
    const step = (offset + turn / 30 + 120) % 12
    return 255 * (light - reach * Math.max(-1, Math.min(step - 3, 9 - step, 1)))
  })
}
