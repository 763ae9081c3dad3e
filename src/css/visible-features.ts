/** What the selectors of a style sheet look at in an element, apart from its name. */
export interface VisibleFeatures {
  classes: ReadonlySet<string>
  /** Names in small letters, `id` included. */
  attributes: ReadonlySet<string>
}

const name = '-?[A-Za-z_][\\w-]*'
const feature = `\\.${name}|#${name}|\\[\\s*${name}\\s*(?:[~|^$*]?=\\s*(?:${name}|"[^"\\\\]*"|'[^'\\\\]*')\\s*)?\\]`
const negation = `:not\\((?:${name})?(?:${feature})*\\)`
const compound = `(?:${name}|\\*|(?=[.#[:]))(?:${feature}|${negation})*`
const simpleSelector = new RegExp(`^${compound}(?:(?:\\s*>\\s*|\\s+)${compound})*$`)
const anyFeature = new RegExp(feature, 'g')
const anyNegation = new RegExp(negation, 'g')
const anyName = new RegExp(name, 'g')

/**
 * Extracts the classes and attributes that selectors look at, in an element itself and in the elements around it. Two
 * elements with the same name that agree in these, and whose ancestors do so one by one, match the same of the selectors.
 * @returns `undefined` when a selector may look at anything else: siblings, positions, the `style` attribute, or what this
 *   does not know
 */
export function extractVisibleFeatures(selectors: readonly string[]): VisibleFeatures | undefined {
  const classes = new Set<string>()
  const attributes = new Set<string>()
  for (const selector of selectors) {
    if (!simpleSelector.test(selector)) return undefined
    for (const [text] of selector.matchAll(anyFeature)) {
      if (text.startsWith('.')) classes.add(text.slice(1))
      else attributes.add(text.startsWith('#') ? 'id' : extractAttributeName(text))
    }
  }
  return attributes.has('style') ? undefined : { classes, attributes }
}

/**
 * Extracts the names of elements and classes that a document must have for a selector to match, in small letters, those of classes
 * with a dot: `td` and `.button`.
 * @param selector one that `extractVisibleFeatures` accepts
 */
export function extractRequiredNames(selector: string): string[] {
  const positive = selector.replace(anyNegation, '')
  const classes = (positive.match(anyFeature) ?? []).filter((text) => text.startsWith('.'))
  const elements = positive.replace(anyFeature, '').match(anyName) ?? []
  return [...elements, ...classes].map((text) => text.toLowerCase())
}

function extractAttributeName(text: string): string {
  return /[\w-]+/.exec(text)?.[0].toLowerCase() ?? ''
}
