import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { parseProperties } from '../../css/parse-css.ts'

const shapes = /^v:(roundrect|rect|oval)$/

/**
 * Replaces Word's shapes by HTML, in place: `v:roundrect`, `v:rect` and `v:oval` become boxes with the colour or image
 * of their `v:fill`, and links when they have an address. Of other shapes only the content is shown.
 */
export function renderVml(document: Root): void {
  visit(document, 'element', (element) => {
    if (!shapes.test(element.tagName)) return
    const { href, dataAt } = element.properties
    const style = formatShapeStyle(element)
    element.tagName = href ? 'a' : 'div'
    element.properties = { ...(href && { href }), ...(dataAt && { dataAt }), style }
    element.children = element.children.filter(
      (child) => !(child.type === 'element' && isShapeProperty(child)),
    )
  })
}

/** An empty element that only sets a property of its shape: `v:fill`, `w:anchorlock`. */
function isShapeProperty({ tagName, children }: Element): boolean {
  return /^[vow]:/.test(tagName) && children.length === 0
}

function formatShapeStyle(shape: Element): string {
  const { properties } = shape
  const size = parseProperties(String(properties.style ?? ''))
  const [width, height] = [size.get('width'), size.get('height')]
  const fill = findFill(shape)
  const isFilled = !isOff(properties.filled ?? properties.fill)
  const colour = fill?.color ?? properties.fillcolor ?? 'white'
  const hasStroke = !isOff(properties.stroked ?? properties.stroke)
  const isLink = properties.href !== undefined
  return [
    // The text of a button is centred; text on a background image begins at its top.
    isLink ? 'display:inline-flex;align-items:center;justify-content:center' : 'display:block',
    'box-sizing:border-box;max-width:100%;text-decoration:none',
    width && `width:${width}`,
    height && `${isLink ? 'height' : 'min-height'}:${height}`,
    formatRadius(shape, width, height),
    hasStroke && `border:${properties.strokeweight ?? '1px'} solid ${properties.strokecolor ?? 'black'}`,
    isFilled && `background-color:${colour}`,
    fill?.src !== undefined && `background-image:url("${String(fill.src).replaceAll('"', '%22')}")`,
    fill?.src !== undefined && fill.type !== 'tile' && 'background-size:cover',
  ]
    .filter(Boolean)
    .join(';')
}

/**
 * `arcsize` is a fraction of the shorter side, as generators of such buttons use it (buttons.cm). VML's default is 0.2.
 */
function formatRadius({ tagName, properties }: Element, width = '', height = ''): string {
  if (tagName === 'v:oval') return 'border-radius:50%'
  if (tagName !== 'v:roundrect') return ''
  const [, number = '0.2', percent = ''] = /^([\d.]+)(%?)$/.exec(String(properties.arcsize)) ?? []
  const fraction = Math.min(Number(number) / (percent === '' ? 1 : 100), 0.5)
  const sides = [width, height].map((side) => Number.parseFloat(side)).filter((side) => side > 0)
  return sides.length === 0 ? '' : `border-radius:${Math.round(fraction * Math.min(...sides) * 10) / 10}px`
}

function findFill(shape: Element): Element['properties'] | undefined {
  return shape.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'v:fill',
  )?.properties
}

/** VML's booleans: `f`, `false`, `0`. */
function isOff(value: unknown): boolean {
  return /^(f|false|0)$/i.test(String(value ?? ''))
}
