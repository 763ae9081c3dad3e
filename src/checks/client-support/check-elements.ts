import type { Element } from 'hast'
import { find, html } from 'property-information'
import { declarationKey, formatImportant } from '../../css/format-css.ts'
import { listTemplateProperties, parseDeclarations, parseSharedSheet } from '../../css/parse-css.ts'
import { createPoints } from '../../diagnostics/points.ts'
import { listElements } from '../../hast/find-element.ts'
import { memoize } from '../../hast/memoize.ts'
import { atRuleFeatures } from '../../mail-clients/at-rule-features.ts'
import { type Declaration, declarationFeatures } from '../../mail-clients/declaration-features.ts'
import { attributeFeatures, elementFeatures, isTestedAttribute } from '../../mail-clients/element-features.ts'
import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import { findSheetUses } from '../../mail-clients/find-css-uses.ts'
import { memoizeText } from '../../memoize-text.ts'
import type { CheckContext, Origin } from '../check.ts'
import type { TemplateSheet } from './check-style-sheet.ts'
import { findStartTags, parseStyleAttribute } from './find-start-tags.ts'
import type { Found } from './found.ts'

/** Finds the features that the elements of the finished HTML use: elements, attributes, and styles written on them. */
export function checkElements(context: CheckContext, sheets: TemplateSheet[]): Found[] {
  const found: Found[] = []
  const resolveStartTag = findStartTags()
  const keys = listSheetKeys(sheets)
  for (const element of listElements(context.document)) {
    const at = context.originOf(element)
    const written = resolveStartTag(at, element.tagName)
    const isRaw = at.file === context.file && written !== undefined
    const uses = [
      ...listElementUses(element),
      ...attributesUses(element),
      ...(written === undefined ? foreignStyleUses(element, keys) : writtenStyleUses(element, written)),
      ...(element.tagName === 'style' ? mediaUses(element) : []),
    ]
    for (const use of uses) found.push({ use, at, isRaw })
    if (element.tagName === 'style') found.push(...findLayoutStyleUses(at))
  }
  return found
}

function listElementUses({ tagName, properties: { type } }: Element): FeatureUse[] {
  return elementUses(typeof type === 'string' ? `${tagName} ${type}` : tagName)
}

/** The features of an element, from its name and its `type`. */
const elementUses = memoizeText((text) =>
  text.includes(' ') ? elementFeatures(...splitOnce(text)) : elementFeatures(text),
)

/** The features of an attribute, from the element's name, its own name and its value. */
const attributeUses = memoizeText((text) => {
  const [tagName, attribute] = splitOnce(text)
  const [name, value] = splitOnce(attribute)
  return attributeFeatures(tagName, name, value)
})

/** The name of a property's attribute, if caniemail has tested any like it. */
const testedAttribute = memoizeText((property): string | undefined => {
  const name = find(html, property).attribute
  return isTestedAttribute(name) ? name : undefined
})

function attributesUses({ tagName, properties }: Element): FeatureUse[] {
  const uses: FeatureUse[] = []
  for (const [property, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    const name = testedAttribute(property)
    if (name !== undefined) uses.push(...attributeUses(`${tagName} ${name} ${value}`))
  }
  return uses
}

/** Splits a text at its first space. */
function splitOnce(text: string): [before: string, after: string] {
  const at = text.indexOf(' ')
  return [text.slice(0, at), text.slice(at + 1)]
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
  if (properties.size === 0) return []
  return listDeclarations(element).flatMap((own) => (properties.has(own.property) ? findUses(own) : []))
}

/** The features of styles that stand neither in a start tag nor in the template's style sheets: a plugin has set them. */
function foreignStyleUses(element: Element, keys: ReadonlySet<string>): FeatureUse[] {
  return listDeclarations(element).flatMap((own) => (keys.has(own.key) ? [] : findUses(own)))
}

/** The `declarationKey`s of the template's style sheets. */
const listSheetKeys = memoize((sheets: TemplateSheet[]): ReadonlySet<string> => {
  const keys = new Set<string>()
  for (const { root } of sheets) root.walkDecls((node) => void keys.add(declarationKey(node)))
  return keys
})

/** A declaration in a `style` attribute, without its node, which would have all of the attribute stored. */
interface ElementDeclaration extends Declaration {
  /** Its `declarationKey`. */
  key: string
}

function listDeclarations({ tagName, properties: { style } }: Element): ElementDeclaration[] {
  return typeof style === 'string' ? parseStyle(`${tagName} ${style}`) : []
}

/** The declarations of a `style` attribute, from the element's name and the attribute's value. */
const parseStyle = memoizeText((text): ElementDeclaration[] => {
  const [tagName, style] = splitOnce(text)
  return parseDeclarations(style).map((node) => ({
    property: node.prop,
    value: node.value,
    important: formatImportant(node),
    tagName,
    inline: true,
    key: declarationKey(node),
  }))
})

/** Most declarations come from the template's style sheets, and are not looked up here. */
const findUses = memoize((declaration: ElementDeclaration) => declarationFeatures(declaration))

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
  return sheetUses(css).map(({ use, node }) => {
    const point = points.toPoint(from + (node.source?.start?.offset ?? 0))
    return { use, at: { file, ...(point && { position: { start: point, end: point } }) }, isRaw: false }
  })
}

const sheetUses = memoizeText((css) => parseSharedSheet(css).nodes.flatMap((node) => findSheetUses(node)), 50)
