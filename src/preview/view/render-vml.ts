import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { parseCss } from '../../checks/client-support/find-css-uses.ts'

const shapes = /^v:(roundrect|rect|oval)$/

/**
 * Draws Word's boxes as HTML: `v:roundrect` as a rounded box, a link when it has an address; `v:rect` and `v:oval`
 * likewise, with the colour or picture of their `v:fill`. Other shapes are left, and show what is in them.
 */
export function renderVml(document: Root): void {
  visit(document, 'element', (element) => {
    if (!shapes.test(element.tagName)) return
    const { href, dataAt } = element.properties
    const style = toStyle(element)
    element.tagName = href ? 'a' : 'div'
    element.properties = { ...(href && { href }), ...(dataAt && { dataAt }), style }
    element.children = element.children.filter((child) => !(child.type === 'element' && isPart(child)))
  })
}

/** What only says how its shape is drawn: `v:fill`, `w:anchorlock`. */
function isPart({ tagName, children }: Element): boolean {
  return /^[vow]:/.test(tagName) && children.length === 0
}

function toStyle(shape: Element): string {
  const { width, height } = toSize(shape)
  const { properties } = shape
  const fill = findFill(shape)
  const isFilled = !isOff(properties.filled ?? properties.fill)
  const colour = fill?.color ?? properties.fillcolor ?? 'white'
  const hasStroke = !isOff(properties.stroked ?? properties.stroke)
  const isLink = properties.href !== undefined
  return [
    // A button's words stand in its middle; what lies on a picture begins at its top.
    isLink ? 'display:inline-flex;align-items:center;justify-content:center' : 'display:block',
    'box-sizing:border-box;max-width:100%;text-decoration:none',
    width && `width:${width}`,
    height && `${isLink ? 'height' : 'min-height'}:${height}`,
    toRadius(shape, width, height),
    hasStroke && `border:${properties.strokeweight ?? '1px'} solid ${properties.strokecolor ?? 'black'}`,
    isFilled && `background-color:${colour}`,
    fill?.src !== undefined && `background-image:url("${String(fill.src).replaceAll('"', '%22')}")`,
    fill?.src !== undefined && fill.type !== 'tile' && 'background-size:cover',
  ]
    .filter(Boolean)
    .join(';')
}

function toSize({ properties }: Element): { width?: string | undefined; height?: string | undefined } {
  const size = new Map<string, string>()
  parseCss(String(properties.style ?? '')).walkDecls(({ prop, value }) => void size.set(prop, value))
  return { width: size.get('width'), height: size.get('height') }
}

/**
 * `arcsize` is a share of the shorter side, as those who make such buttons reckon it (buttons.cm); without it, a fifth,
 * which is VML's default.
 */
function toRadius({ tagName, properties }: Element, width = '', height = ''): string {
  if (tagName === 'v:oval') return 'border-radius:50%'
  if (tagName !== 'v:roundrect') return ''
  const [, number = '0.2', percent = ''] = /^([\d.]+)(%?)$/.exec(String(properties.arcsize)) ?? []
  const share = Math.min(Number(number) / (percent === '' ? 1 : 100), 0.5)
  const sides = [width, height].map((side) => Number.parseFloat(side)).filter((side) => side > 0)
  return sides.length === 0 ? '' : `border-radius:${Math.round(share * Math.min(...sides) * 10) / 10}px`
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
