import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { parseColour } from '../../css/parse-colour.ts'
import { parseDeclarations } from '../../css/parse-css.ts'
import { features, supportOf } from '../../mail-clients/features.ts'

const slug = 'css-at-media-prefers-color-scheme'

/** The page of the client itself, behind the email. */
const pageStyle = 'background-color:#1f1f1f;color:#f0f0f0'

/**
 * Renders an email, in place, as those Outlooks do that change its colours in dark mode (the notes of caniemail on
 * `prefers-color-scheme` say which do). The lightness of dark text and of light backgrounds is inverted, and their
 * elements are marked, so that `[data-ogsc]` and `[data-ogsb]` match. The amounts are close to those of Outlook.com.
 */
export function recolourAsOutlook(document: Root, client: string): void {
  const notes = supportOf(slug, client).slice(1).split(',')
  if (!notes.some((number) => /data-ogsc/.test(features[slug]?.notes?.[number] ?? ''))) return
  visit(document, 'element', (element) => {
    if (element.tagName === 'head') return SKIP
    if (element.tagName === 'html') addStyle(element, pageStyle)
    else recolour(element)
    // The client marks its own elements around the message, too.
    if (element.tagName === 'body') Object.assign(element.properties, { dataOgsc: '', dataOgsb: '' })
    return undefined
  })
}

function recolour(element: Element): void {
  const { properties } = element
  const { colour, background = properties.bgColor } = extractColours(String(properties.style ?? ''))
  if (isLight(colour) === false) {
    properties.dataOgsc = String(colour)
    addStyle(element, `color:oklab(from ${colour} calc(1.12 - l) a b)`)
  }
  if (isLight(background) === true) {
    properties.dataOgsb = String(background)
    addStyle(element, `background-color:oklab(from ${background} calc(1.14 - l) a b)`)
  }
}

/** The colours that a `style` attribute sets; `background` counts as a colour, whatever else it sets. */
function extractColours(style: string): { colour?: string | undefined; background?: string | undefined } {
  const values = new Map<string, string>()
  for (const { prop, value } of parseDeclarations(style))
    values.set(prop === 'background' ? 'background-color' : prop, value)
  return { colour: values.get('color'), background: values.get('background-color') }
}

/** `undefined` for what is not a colour, and for a colour that is fully transparent. */
function isLight(value: unknown): boolean | undefined {
  const colour = typeof value === 'string' ? parseColour(value) : undefined
  if (!colour || colour.alpha === 0) return undefined
  const [red, green, blue] = colour.rgb
  return 0.3 * red + 0.6 * green + 0.1 * blue > 127
}

/** Adds declarations at the end, so that a browser without relative colours uses the ones before. */
function addStyle({ properties }: Element, css: string): void {
  properties.style = properties.style ? `${String(properties.style).replace(/;?\s*$/, '')};${css}` : css
}
