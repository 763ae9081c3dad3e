import type { Element } from 'hast'
import type { Declaration, Root } from 'postcss'
import { find, html } from 'property-information'
import { visit } from 'unist-util-visit'
import { location } from 'vfile-location'
import { atRuleFeatures } from '../../mail-clients/at-rule-features.ts'
import { attributeFeatures, elementFeatures } from '../../mail-clients/element-features.ts'
import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findAttributeStyleUses, findSheetUses, parseCss } from './find-css-uses.ts'
import { findStartTags, parseStyleProperties } from './find-start-tags.ts'
import { toKey } from './finished-css.ts'
import type { Found } from './found.ts'

/** What the elements of the finished HTML use: themselves, their attributes, and the styles that were written on them. */
export function checkElements(context: CheckContext, sheet: Root): Found[] {
  const found: Found[] = []
  const toStartTag = findStartTags()
  const toOthers = toStylesOfOthers(sheet)
  visit(context.document, 'element', (element) => {
    const at = context.originOf(element)
    const written = toStartTag(at, element.tagName)
    const isRaw = at.file === context.file && written !== undefined
    const uses = [
      ...elementFeatures(element.tagName, toText(element.properties.type)),
      ...toAttributes(element).flatMap(([name, value]) => attributeFeatures(element.tagName, name, value)),
      ...(written === undefined ? toOthers(element) : toWrittenStyle(element, written)),
      ...(element.tagName === 'style' ? toMediaUses(element) : []),
    ]
    for (const use of uses) found.push({ use, at, isRaw })
    if (element.tagName === 'style') found.push(...ofLayoutStyle(at))
  })
  return found
}

function toAttributes({ properties }: Element): [name: string, value: string][] {
  return Object.entries(properties).flatMap(([key, value]): [string, string][] =>
    value === null || value === undefined || value === false
      ? []
      : [[find(html, key).attribute, String(value)]],
  )
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function toMediaUses({ properties }: Element): FeatureUse[] {
  return typeof properties.media === 'string' ? atRuleFeatures('media', properties.media) : []
}

/** What the `style` uses that was written on an element; what `style.css` brought beside it is told at its own line. */
function toWrittenStyle(element: Element, startTag: string): FeatureUse[] {
  const properties = parseStyleProperties(startTag)
  return properties.size === 0 ? [] : toStyleUses(element, (node) => properties.has(node.prop))
}

/** What the styles use that neither was written on an element nor is of the style sheet: a plugin has set it. */
function toStylesOfOthers(sheet: Root): (element: Element) => FeatureUse[] {
  const keys = new Set<string>()
  sheet.walkDecls((node) => void keys.add(toKey(node)))
  const known = new Map<string, FeatureUse[]>()
  return (element) => {
    const name = `${element.tagName} ${element.properties.style}`
    const uses = known.get(name) ?? toStyleUses(element, (node) => !keys.has(toKey(node)))
    known.set(name, uses)
    return uses
  }
}

function toStyleUses({ tagName, properties }: Element, isOwn: (node: Declaration) => boolean): FeatureUse[] {
  if (typeof properties.style !== 'string') return []
  const style = parseCss(properties.style)
  style.walkDecls((node) => {
    if (!isOwn(node)) node.remove()
  })
  return findAttributeStyleUses(style, tagName)
}

/** What a layout says in a `<style>` of its own, beside what `style.css` gives it; at its lines. */
function ofLayoutStyle({ file, position }: Origin): Found[] {
  const points = location(file)
  const start = position && points.toOffset(position.start)
  if (start === undefined) return []
  const text = String(file)
  const from = text.indexOf('>', start) + 1
  const to = text.indexOf('</style', from)
  if (from === 0 || to === -1) return []
  const css = text
    .slice(from, to)
    .replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (tag) => tag.replace(/\S/g, ' '))
  const uses = parseCss(css).nodes.flatMap((node) => findSheetUses(node))
  return uses.map(({ use, node }) => {
    const point = points.toPoint(from + (node.source?.start?.offset ?? 0))
    return { use, at: { file, ...(point && { position: { start: point, end: point } }) }, isRaw: false }
  })
}
