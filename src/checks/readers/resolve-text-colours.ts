import type { Element, Root } from 'hast'
import type { Cascade, CascadedValues } from '../../css/cascade.ts'
import type { Rgb } from '../../css/contrast.ts'
import type { ColourScheme } from '../../css/media-queries.ts'
import { blendColours, type Colour, parseColour } from '../../css/parse-colour.ts'
import { parseLength } from '../../css/parse-length.ts'
import { memoizeText } from '../../memoize-text.ts'
import { isHidden } from './extract-shown-texts.ts'

/** The colours and the size of the text in an element; a colour that cannot be determined is `undefined`. */
export interface TextColours {
  colour: Rgb | undefined
  background: Rgb | undefined
  /** The font size in CSS pixels. */
  size: number
  bold: boolean
  opacity: number
}

const parseColourOnce = memoizeText(parseColour)

type Visit = (text: string, element: Element, look: TextColours) => void

type VisitPicture = (element: Element, look: TextColours) => void

/** The colours of browsers for a document that sets none, and that supports dark mode. */
const canvas: Record<ColourScheme, { colour: Rgb; background: Rgb }> = {
  light: { colour: [0, 0, 0], background: [255, 255, 255] },
  dark: { colour: [255, 255, 255], background: [18, 18, 18] },
}

/** The font sizes of HTML's default style sheet, relative to the text around (HTML standard, section 15.3). */
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

/**
 * Calls a function for each text that is shown, with the colours of the text and of the background behind it.
 * @param document the one of a check's context
 * @param cascade what `createCascade` returns for it
 * @param scheme whether the reader's mail client is light or dark
 * @param visit called for each text, in the order of the document
 * @param visitPicture called for each picture that is shown, with the background that is seen through it
 */
export function resolveTextColours(
  document: Root,
  cascade: Cascade,
  scheme: ColourScheme,
  visit: Visit,
  visitPicture: VisitPicture = () => undefined,
): void {
  const walk = (element: Element, around: TextColours): void => {
    const declared = cascade.resolve(element, scheme)
    if (isHiddenByCascade(element, declared)) return
    const look = resolveStyle(element, declared, around, scheme)
    if (element.tagName === 'img') visitPicture(element, look)
    for (const child of element.children) {
      if (child.type === 'element') walk(child, look)
      else if (child.type === 'text' && child.value.trim() !== '')
        visit(child.value, element, applyOpacity(look))
    }
  }
  const start: TextColours = { ...canvas[scheme], size: 16, bold: false, opacity: 1 }
  for (const child of document.children) if (child.type === 'element') walk(child, start)
}

/** The cascade decides before the inline style, since a media query may show what the inline style hides. */
function isHiddenByCascade(element: Element, declared: CascadedValues): boolean {
  const display = declared.get('display')
  if (display === 'none' || (display === undefined && isHidden(element))) return true
  const isTiny = /^[01](?:\.\d+)?(?:px)?$/.test(declared.get('font-size') ?? '')
  return isTiny || declared.get('visibility') === 'hidden' || Number(declared.get('opacity') ?? 1) < 0.1
}

function resolveStyle(
  element: Element,
  declared: CascadedValues,
  around: TextColours,
  scheme: ColourScheme,
): TextColours {
  const { tagName, properties } = element
  const opacity = Number(declared.get('opacity') ?? 1)
  return {
    colour: resolveTextColour(element, declared, around, scheme),
    background: resolveBackground(declared, properties.bgColor ?? properties.bgcolor, around),
    size: resolveSize(declared.get('font-size'), around.size, sizes[tagName] ?? 1),
    bold: resolveBold(declared.get('font-weight'), tagName, around.bold),
    opacity: around.opacity * (Number.isNaN(opacity) ? 1 : opacity),
  }
}

function resolveTextColour(
  { tagName, properties }: Element,
  declared: CascadedValues,
  around: TextColours,
  scheme: ColourScheme,
): Rgb | undefined {
  const attribute = tagName === 'font' ? properties.color : tagName === 'body' ? properties.text : undefined
  const value = declared.get('color') ?? (typeof attribute === 'string' ? attribute : undefined)
  if (value !== undefined && !/^(?:inherit|currentcolor|unset)$/i.test(value.trim())) {
    const colour = parseColourOnce(value)
    return colour && around.background ? blendColours(colour, around.background) : undefined
  }
  // A link has the browser's default blue, which in dark mode differs between browsers.
  const isLink = tagName === 'a' && properties.href !== undefined && value === undefined
  if (isLink) return scheme === 'light' ? [0, 0, 238] : undefined
  if (tagName === 'mark' && value === undefined) return [0, 0, 0]
  return around.colour
}

function resolveBackground(
  declared: CascadedValues,
  attribute: unknown,
  { background }: TextColours,
): Rgb | undefined {
  const picture = declared.get('background-image')
  const value = declared.get('background-color') ?? (typeof attribute === 'string' ? attribute : undefined)
  if (picture !== undefined && /\(/.test(picture)) return undefined
  if (value === undefined || /^(?:initial|inherit|unset|none)$/i.test(value.trim())) return background
  const colour = parseColourOnce(value)
  if (!colour) return undefined
  if (colour.alpha === 1) return colour.rgb
  return background && blendColours(colour, background)
}

function resolveSize(value: string | undefined, around: number, own: number): number {
  return parseLength(value ?? '', around) ?? (value === 'inherit' ? around : around * own)
}

function resolveBold(value: string | undefined, tagName: string, around: boolean): boolean {
  if (value !== undefined && value !== 'inherit') return /^(?:bold|bolder|[6-9]00)$/i.test(value.trim())
  return around || /^(?:h[1-6]|b|strong|th)$/.test(tagName)
}

function applyOpacity(look: TextColours): TextColours {
  if (look.opacity >= 1 || !look.colour || !look.background) return look
  const colour: Colour = { rgb: look.colour, alpha: look.opacity }
  return { ...look, colour: blendColours(colour, look.background) }
}
