import type { Element, Root } from 'hast'
import type { Cascade, Declared, Mode } from '../../css/cascade.ts'
import type { Rgb } from '../../css/contrast.ts'
import { blendColours, type Colour, parseColour } from '../../css/parse-colour.ts'
import { isHidden } from './extract-shown-texts.ts'

/** How text within an element looks; a colour that cannot be told is not there. */
export interface TextColours {
  colour: Rgb | undefined
  ground: Rgb | undefined
  /** In pixels. */
  size: number
  bold: boolean
  opacity: number
}

type Visit = (text: string, element: Element, look: TextColours) => void

/** What browsers show in a message that says nothing of its colours, but that it can be dark. */
const canvas: Record<Mode, { colour: Rgb; ground: Rgb }> = {
  light: { colour: [0, 0, 0], ground: [255, 255, 255] },
  dark: { colour: [255, 255, 255], ground: [18, 18, 18] },
}

/** The sizes of HTML's own style sheet, in shares of the text around (HTML standard, section 15.3). */
const sizes: Record<string, number> = {
  h1: 2,
  h2: 1.5,
  h3: 1.17,
  h5: 0.83,
  h6: 0.67,
  small: 0.83,
  sub: 0.83,
  sup: 0.83,
}

/** Goes through the texts that are shown, each with the colour that it has and the one that it stands on. */
export function resolveTextColours(document: Root, cascade: Cascade, mode: Mode, visit: Visit): void {
  const walk = (element: Element, around: TextColours): void => {
    const declared = cascade.declaredFor(element, mode)
    if (isGone(element, declared)) return
    const look = toLook(element, declared, around, mode)
    for (const child of element.children) {
      if (child.type === 'element') walk(child, look)
      else if (child.type === 'text' && child.value.trim() !== '') visit(child.value, element, faded(look))
    }
  }
  const start: TextColours = { ...canvas[mode], size: 16, bold: false, opacity: 1 }
  for (const child of document.children) if (child.type === 'element') walk(child, start)
}

/** A media query may show what the inline style hides: the winner decides. */
function isGone(element: Element, declared: Declared): boolean {
  const display = declared.get('display')
  if (display === 'none' || (display === undefined && isHidden(element))) return true
  const isTiny = /^[01](?:\.\d+)?(?:px)?$/.test(declared.get('font-size') ?? '')
  return isTiny || declared.get('visibility') === 'hidden' || Number(declared.get('opacity') ?? 1) < 0.1
}

function toLook(element: Element, declared: Declared, around: TextColours, mode: Mode): TextColours {
  const { tagName, properties } = element
  const opacity = Number(declared.get('opacity') ?? 1)
  return {
    colour: toTextColour(element, declared, around, mode),
    ground: toGround(declared, properties.bgColor ?? properties.bgcolor, around),
    size: toSize(declared.get('font-size'), around.size, sizes[tagName] ?? 1),
    bold: toBold(declared.get('font-weight'), tagName, around.bold),
    opacity: around.opacity * (Number.isNaN(opacity) ? 1 : opacity),
  }
}

function toTextColour(
  { tagName, properties }: Element,
  declared: Declared,
  around: TextColours,
  mode: Mode,
): Rgb | undefined {
  const attribute = tagName === 'font' ? properties.color : tagName === 'body' ? properties.text : undefined
  const value = declared.get('color') ?? (typeof attribute === 'string' ? attribute : undefined)
  if (value !== undefined && !/^(?:inherit|currentcolor|unset)$/i.test(value.trim())) {
    const colour = parseColour(value)
    return colour && around.ground ? blendColours(colour, around.ground) : undefined
  }
  // A link has the browser's blue, and in dark mode one of its own choice.
  const isLink = tagName === 'a' && properties.href !== undefined && value === undefined
  if (isLink) return mode === 'light' ? [0, 0, 238] : undefined
  if (tagName === 'mark' && value === undefined) return [0, 0, 0]
  return around.colour
}

function toGround(declared: Declared, attribute: unknown, { ground }: TextColours): Rgb | undefined {
  const picture = declared.get('background-image')
  const value = declared.get('background-color') ?? (typeof attribute === 'string' ? attribute : undefined)
  if (picture !== undefined && /\(/.test(picture)) return undefined
  if (value === undefined || /^(?:initial|inherit|unset|none)$/i.test(value.trim())) return ground
  const colour = parseColour(value)
  if (!colour) return undefined
  if (colour.alpha === 1) return colour.rgb
  return ground && blendColours(colour, ground)
}

function toSize(value: string | undefined, around: number, own: number): number {
  const [, number = '', unit = ''] = /^([\d.]+)(px|pt|rem|em|%)$/.exec(value?.trim() ?? '') ?? []
  const size = Number(number)
  if (number === '' || Number.isNaN(size)) return value === 'inherit' ? around : around * own
  const units: Record<string, number> = { px: 1, pt: 4 / 3, rem: 16, em: around, '%': around / 100 }
  return size * (units[unit] ?? 1)
}

function toBold(value: string | undefined, tagName: string, around: boolean): boolean {
  if (value !== undefined && value !== 'inherit') return /^(?:bold|bolder|[6-9]00)$/i.test(value.trim())
  return around || /^(?:h[1-6]|b|strong|th)$/.test(tagName)
}

function faded(look: TextColours): TextColours {
  if (look.opacity >= 1 || !look.colour || !look.ground) return look
  const colour: Colour = { rgb: look.colour, alpha: look.opacity }
  return { ...look, colour: blendColours(colour, look.ground) }
}
