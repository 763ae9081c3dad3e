import { shortenCss } from '../css/format-css.ts'
import { memoizeText } from '../memoize-text.ts'
import type { FeatureUse } from './feature-use.ts'
import { isFeature } from './features.ts'

export interface Declaration {
  property: string
  value: string
  /** `!important` as it was written; empty for a declaration without it. */
  important: string
  /** The element that has the `style` attribute or that the selector matches, when it is known. */
  tagName?: string | undefined
  /** Whether it is in a `style` attribute. */
  inline: boolean
}

/** Properties whose slug is not `css-` and their own name. */
const properties: [RegExp, string][] = [
  [/^--/, 'css-variables'],
  [/^animation-/, 'css-animation'],
  [/^block-size$/, 'css-block-inline-size'],
  [/^border(-(top|right|bottom|left))?(-(color|style|width))?$/, 'css-border'],
  [/^border-(top|bottom)-(left|right)-radius$/, 'css-border-radius'],
  [/^border-(start|end)-(start|end)-radius$/, 'css-border-radius-logical'],
  [/^border-image-/, 'css-border-image'],
  [/^border-(inline|block)$/, 'css-border-inline-block'],
  [/^border-(inline|block)-(start|end|color|style|width)$/, 'css-border-inline-block-individual'],
  [/^border-(inline|block)-(start|end)-(color|style|width)$/, 'css-border-inline-block-longhand'],
  [/^(columns|column-(fill|rule(-\w+)?|span|width))$/, 'css-column-layout-properties'],
  [/^((grid-)?(column|row)-gap|grid-gap)$/, 'css-gap'],
  [/^grid-template-/, 'css-grid-template'],
  [/^inset-/, 'css-inset'],
  [/^(left|right|top|bottom)$/, 'css-left-right-top-bottom'],
  [/^margin-(top|right|bottom|left)$/, 'css-margin'],
  [/^margin-block-(start|end)$/, 'css-margin-block-start-end'],
  [/^margin-inline-(start|end)$/, 'css-margin-inline-start-end'],
  [/^margin-(block|inline)$/, 'css-margin-inline-block'],
  [/^mask$/, 'css-mask-image'],
  [/^outline-(color|style|width)$/, 'css-outline'],
  [/^overflow-(x|y|block|inline)$/, 'css-overflow'],
  [/^padding-(top|right|bottom|left)$/, 'css-padding'],
  [/^padding-block-(start|end)$/, 'css-padding-block-start-end'],
  [/^padding-inline-(start|end)$/, 'css-padding-inline-start-end'],
  [/^padding-(block|inline)$/, 'css-padding-inline-block'],
  [/^scroll-snap-/, 'css-scroll-snap'],
  [/^text-emphasis-(color|style)$/, 'css-text-emphasis'],
  [/^text-wrap-/, 'css-text-wrap'],
  [/^transform-/, 'css-transform'],
  [/^transition-/, 'css-transition'],
]

/** Features of a property with certain values. */
const pairs: [property: RegExp, value: RegExp, slug: string][] = [
  [/^display$/, /^(inline-)?flex$/, 'css-display-flex'],
  [/^display$/, /^(inline-)?grid$/, 'css-display-grid'],
  [/^display$/, /^none$/, 'css-display-none'],
  [/^flex-(direction|flow)$/, /column/, 'css-flex-direction'],
  [/^flex-(wrap|flow)$/, /(?<!no)wrap/, 'css-flex-wrap'],
  [/^font(-family)?$/, /(^|[\s,"'])(system-ui|ui-(serif|sans-serif|rounded|monospace))\b/, 'css-sytem-ui'],
]

/** Properties whose own slug stands for only some of their values. */
const valueOnly = /^flex-(direction|wrap)$/

/** Functions and keywords in values. Units are found by `unit`. */
const values: [found: RegExp, slug: string, name: string][] = [
  [/(?<![\w-])calc\(/, 'css-unit-calc', 'calc()'],
  [/(?<![\w-])clamp\(/, 'css-function-clamp', 'clamp()'],
  [/(?<![\w-])max\(/, 'css-function-max', 'max()'],
  [/(?<![\w-])min\(/, 'css-function-min', 'min()'],
  [/(?<![\w-])light-dark\(/, 'css-function-light-dark', 'light-dark()'],
  [/(?<![\w-])var\(/, 'css-variables', 'var()'],
  [/linear-gradient\(/, 'css-linear-gradient', 'linear-gradient()'],
  [/radial-gradient\(/, 'css-radial-gradient', 'radial-gradient()'],
  [/conic-gradient\(/, 'css-conic-gradient', 'conic-gradient()'],
  [/(?<![\w-])rgb\(/, 'css-rgb', 'rgb()'],
  [/(?<![\w-])rgba\(/, 'css-rgba', 'rgba()'],
  [/(?<![\w-])(ok)?(lch|lab)\(/, 'css-modern-color', 'oklch()'],
  [/(?<![\w-])(fit|min|max)-content\b/, 'css-intrinsic-size', 'fit-content'],
  [/^initial$/, 'css-unit-initial', 'initial'],
]

const unit = /(?<![\w#.-])-?(?:\d+\.?\d*|\.\d+)(%|[a-z]+)\b|(?<![\w#.-])-?(?:\d+\.?\d*|\.\d+)(%)/g

/**
 * The features that a declaration uses. Properties with a vendor's prefix have none, since they are for its own clients.
 * @returns one use per feature, those of the property first
 */
export function declarationFeatures(declaration: Declaration): FeatureUse[] {
  const property = declaration.property.toLowerCase()
  if (/^(-(?!-)|mso-)/.test(property)) return []
  const value = declaration.value.toLowerCase().trim()
  const whole = `\`${property}: ${shortenCss(declaration.value, 57)}\``
  const { tagName } = declaration
  const use = (slug: string, words: string, written = value): FeatureUse => ({
    slug,
    words,
    value: written,
    ...(tagName && { tagName }),
  })
  const uses = propertySlugs(property, value).map((slug) => use(slug, whole))
  for (const [slug, name] of valueSlugs(property, value)) uses.push(use(slug, `\`${name}\` in ${whole}`))
  if (declaration.important !== '') {
    const written = `${declaration.inline ? 'inline' : 'sheet'} ${declaration.important}`
    uses.push(use('css-important', `\`${declaration.important}\` in ${whole}`, written))
  }
  return uses.filter(({ slug }, index) => uses.findIndex((other) => other.slug === slug) === index)
}

function propertySlugs(property: string, value: string): string[] {
  const own = `css-${property}`
  const paired = pairs.filter(([name, form]) => name.test(property) && form.test(value))
  const isOwn = isFeature(own) && !valueOnly.test(property) && !(property === 'display' && paired.length > 0)
  return [...(isOwn ? [own] : []), ...slugsOfProperty(property), ...paired.map(([, , slug]) => slug)]
}

const slugsOfProperty = memoizeText(
  (property) => properties.filter(([pattern]) => pattern.test(property)).map(([, slug]) => slug),
  500,
)

/** The functions, keywords and units in a value, as slug and name. Strings and addresses are ignored. */
function valueSlugs(property: string, value: string): [slug: string, name: string][] {
  if (property.startsWith('--')) return []
  const plain = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, ' ')
  const found = values.flatMap(([pattern, slug, name]): [string, string][] => {
    const match = pattern.exec(plain)
    if (!match) return []
    return [[slug, /oklch|fit-content/.test(name) ? match[0].replace('(', '()') : name]]
  })
  const units = [...plain.matchAll(unit)].flatMap(([written, name, percent]): [string, string][] => {
    const slug = `css-unit-${(name ?? percent) === '%' ? 'percent' : name}`
    return isFeature(slug) ? [[slug, written]] : []
  })
  return [...found, ...units]
}
