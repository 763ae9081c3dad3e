import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { parseCss } from '../../checks/client-support/find-css-uses.ts'
import { parseColour } from '../../css/parse-colour.ts'
import { features, supportOf } from '../../mail-clients/features.ts'

const slug = 'css-at-media-prefers-color-scheme'

/** The client's own page, on which the email lies. */
const page = 'background-color:#1f1f1f;color:#f0f0f0'

/**
 * Shows an email as those Outlooks do in the dark that have a way of their own: a colour that stands on an element and
 * would glare or vanish is turned around in its lightness, and the element marked, so that `[data-ogsc]` and
 * `[data-ogsb]` match (caniemail's note on `prefers-color-scheme` says which do). The measure is about Outlook.com's.
 */
export function recolourAsOutlook(document: Root, client: string): void {
  const notes = supportOf(slug, client).slice(1).split(',')
  if (!notes.some((number) => /data-ogsc/.test(features[slug]?.notes?.[number] ?? ''))) return
  visit(document, 'element', (element) => {
    if (element.tagName === 'head') return SKIP
    if (element.tagName === 'html') addStyle(element, page)
    else recolour(element)
    // What the client puts around the message is marked as well.
    if (element.tagName === 'body') Object.assign(element.properties, { dataOgsc: '', dataOgsb: '' })
    return undefined
  })
}

function recolour(element: Element): void {
  const { properties } = element
  const { colour, ground = properties.bgColor } = toColours(String(properties.style ?? ''))
  if (isLight(colour) === false) {
    properties.dataOgsc = String(colour)
    addStyle(element, `color:oklab(from ${colour} calc(1.12 - l) a b)`)
  }
  if (isLight(ground) === true) {
    properties.dataOgsb = String(ground)
    addStyle(element, `background-color:oklab(from ${ground} calc(1.14 - l) a b)`)
  }
}

function toColours(style: string): { colour?: string | undefined; ground?: string | undefined } {
  const found = new Map<string, string>()
  parseCss(style).walkDecls(
    ({ prop, value }) => void found.set(prop.replace(/^background$/, '$&-color'), value),
  )
  return { colour: found.get('color'), ground: found.get('background-color') }
}

/** Nothing where that cannot be told, or nothing is painted. */
function isLight(value: unknown): boolean | undefined {
  const colour = typeof value === 'string' ? parseColour(value) : undefined
  if (!colour || colour.alpha === 0) return undefined
  const [red, green, blue] = colour.rgb
  return 0.3 * red + 0.6 * green + 0.1 * blue > 127
}

/** A browser that does not know colours made of others keeps the one before. */
function addStyle({ properties }: Element, css: string): void {
  properties.style = properties.style ? `${String(properties.style).replace(/;?\s*$/, '')};${css}` : css
}
