import type { Element } from 'hast'
import type { Declaration } from 'postcss'
import { find, html } from 'property-information'
import { visit } from 'unist-util-visit'
import { declarationKey } from '../../css/format-css.ts'
import { listTemplateProperties, parseDeclarations, parseStyleSheet } from '../../css/parse-css.ts'
import { createPoints } from '../../diagnostics/points.ts'
import { atRuleFeatures } from '../../mail-clients/at-rule-features.ts'
import { attributeFeatures, elementFeatures } from '../../mail-clients/element-features.ts'
import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import { findSheetUses, inlineDeclarationUses } from '../../mail-clients/find-css-uses.ts'
import type { CheckContext, Origin } from '../check.ts'
import type { TemplateSheet } from './check-style-sheet.ts'
import { findStartTags, parseStyleAttribute } from './find-start-tags.ts'
import type { Found } from './found.ts'

/** Finds the features that the elements of the finished HTML use: elements, attributes, and styles written on them. */
export function checkElements(context: CheckContext, sheets: TemplateSheet[]): Found[] {
  const found: Found[] = []
  const resolveStartTag = findStartTags()
  const findForeignUses = createForeignStyleReader(sheets)
  visit(context.document, 'element', (element) => {
    const at = context.originOf(element)
    const written = resolveStartTag(at, element.tagName)
    const isRaw = at.file === context.file && written !== undefined
    const uses = [
      ...elementFeatures(element.tagName, textOf(element.properties.type)),
      ...listAttributes(element).flatMap(([name, value]) => attributeFeatures(element.tagName, name, value)),
      ...(written === undefined ? findForeignUses(element) : writtenStyleUses(element, written)),
      ...(element.tagName === 'style' ? mediaUses(element) : []),
    ]
    for (const use of uses) found.push({ use, at, isRaw })
    if (element.tagName === 'style') found.push(...findLayoutStyleUses(at))
  })
  return found
}

function listAttributes({ properties }: Element): [name: string, value: string][] {
  return Object.entries(properties).flatMap(([key, value]): [string, string][] =>
    value === null || value === undefined || value === false
      ? []
      : [[find(html, key).attribute, String(value)]],
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function mediaUses({ properties }: Element): FeatureUse[] {
  return typeof properties.media === 'string' ? atRuleFeatures('media', properties.media) : []
}

/**
 * The features of the properties that were written in an element's own `style`. Those that `style.css` adds to it are
 * reported at their own lines.
 */
function writtenStyleUses(element: Element, startTag: string): FeatureUse[] {
  const properties = listTemplateProperties(parseStyleAttribute(startTag))
  return properties.size === 0 ? [] : styleUses(element, (node) => properties.has(node.prop))
}

/** The features of styles that stand neither in a start tag nor in the template's style sheets: a plugin has set them. */
function createForeignStyleReader(sheets: TemplateSheet[]): (element: Element) => FeatureUse[] {
  const keys = new Set<string>()
  for (const { root } of sheets) root.walkDecls((node) => void keys.add(declarationKey(node)))
  const known = new Map<string, FeatureUse[]>()
  return (element) => {
    const name = `${element.tagName} ${element.properties.style}`
    const uses = known.get(name) ?? styleUses(element, (node) => !keys.has(declarationKey(node)))
    known.set(name, uses)
    return uses
  }
}

function styleUses({ tagName, properties }: Element, isOwn: (node: Declaration) => boolean): FeatureUse[] {
  if (typeof properties.style !== 'string') return []
  return parseDeclarations(properties.style)
    .filter(isOwn)
    .flatMap((node) => inlineDeclarationUses(node, tagName))
}

/** The features that a layout uses in a `<style>` besides the rules of `style.css`, with their lines. */
function findLayoutStyleUses({ file, position }: Origin): Found[] {
  const points = createPoints(file)
  const start = position && points.toOffset(position.start)
  if (start === undefined) return []
  const text = String(file)
  const from = text.indexOf('>', start) + 1
  const to = text.indexOf('</style', from)
  if (from === 0 || to === -1) return []
  const css = text
    .slice(from, to)
    .replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, (tag) => tag.replace(/\S/g, ' '))
  const uses = parseStyleSheet(css).nodes.flatMap((node) => findSheetUses(node))
  return uses.map(({ use, node }) => {
    const point = points.toPoint(from + (node.source?.start?.offset ?? 0))
    return { use, at: { file, ...(point && { position: { start: point, end: point } }) }, isRaw: false }
  })
}
