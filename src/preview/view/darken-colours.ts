import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { findColour, parseColour } from '../../css/parse-colour.ts'
import { parseDeclarations } from '../../css/parse-css.ts'
import type { DarkMode } from './dark-mode.ts'

/** The page of the client itself, behind the email. */
const pageStyle = 'background-color:#1f1f1f;color:#f0f0f0'

/**
 * How the lightness of a colour is inverted. White does not become black, nor black white; the amounts are close to those
 * of Outlook.com.
 */
const invert = { text: '1.12 - l', background: '1.14 - l' }

/** The properties whose value has a colour, except those of text and backgrounds. */
const border = /^border(?:-(?:top|right|bottom|left))?(?:-color)?$/

/**
 * Renders an email, in place, as clients do that change its colours in dark mode: the lightness of dark text and of light
 * backgrounds is inverted, or that of every colour. Pictures stay, and so do colours that only a `<style>` sets.
 */
export function darkenColours(document: Root, mode: DarkMode | undefined): void {
  if (mode !== 'outlook' && mode !== 'partial' && mode !== 'full') return
  visit(document, 'element', (element) => {
    if (element.tagName === 'head') return SKIP
    if (element.tagName === 'html') addStyle(element, pageStyle)
    else darkenElement(element, mode)
    // Outlook marks its own elements around the message, too.
    if (mode === 'outlook' && element.tagName === 'body')
      Object.assign(element.properties, { dataOgsc: '', dataOgsb: '' })
    return undefined
  })
}

function darkenElement(element: Element, mode: DarkMode): void {
  const { properties } = element
  const { colour, background = properties.bgColor, borders } = extractColours(String(properties.style ?? ''))
  const isChanged = (isLight: boolean | undefined, wanted: boolean) =>
    isLight !== undefined && (mode === 'full' || isLight === wanted)
  if (isChanged(isLightColour(colour), false)) {
    if (mode === 'outlook') properties.dataOgsc = String(colour)
    addStyle(element, `color:oklab(from ${colour} calc(${invert.text}) a b)`)
  }
  if (isChanged(isLightColour(background), true)) {
    if (mode === 'outlook') properties.dataOgsb = String(background)
    addStyle(element, `background-color:oklab(from ${background} calc(${invert.background}) a b)`)
  }
  if (mode !== 'full') return
  for (const [property, value] of borders)
    addStyle(element, `${property}:oklab(from ${value} calc(${invert.background}) a b)`)
}

interface Colours {
  colour: string | undefined
  background: string | undefined
  /** Colours of borders, by properties: `border-top-color`. */
  borders: [property: string, value: string][]
}

/** The colours that a `style` attribute sets; `background` counts as a colour, whatever else it sets. */
function extractColours(style: string): Colours {
  const values = new Map<string, string>()
  const borders = new Map<string, string>()
  for (const { prop, value } of parseDeclarations(style)) {
    values.set(prop === 'background' ? 'background-color' : prop, value)
    const own = border.test(prop) ? findColour(value) : undefined
    if (own !== undefined) borders.set(`${prop.replace(/-color$/, '')}-color`, own)
  }
  return {
    colour: values.get('color'),
    background: values.get('background-color'),
    borders: [...borders],
  }
}

/** `undefined` for what is not a colour, and for a colour that is fully transparent. */
function isLightColour(value: unknown): boolean | undefined {
  const colour = typeof value === 'string' ? parseColour(value) : undefined
  if (!colour || colour.alpha === 0) return undefined
  const [red, green, blue] = colour.rgb
  return 0.3 * red + 0.6 * green + 0.1 * blue > 127
}

/** Adds declarations at the end, so that a browser without relative colours uses the ones before. */
function addStyle({ properties }: Element, css: string): void {
  properties.style = properties.style ? `${String(properties.style).replace(/;?\s*$/, '')};${css}` : css
}
