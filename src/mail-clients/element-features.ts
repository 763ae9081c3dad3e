import type { FeatureUse } from './feature-use.ts'
import { features, isFeature } from './features.ts'

/** Elements that caniemail describes under a common slug. */
const groups: Record<string, string> = {
  ...groupEntries('html-h1-h6', 'h1 h2 h3 h4 h5 h6'),
  ...groupEntries('html-lists', 'ul ol li dl dt dd'),
  ...groupEntries('html-image-maps', 'map area'),
  ...groupEntries(
    'html-semantics',
    'article aside details figcaption figure footer header main mark nav section summary time',
  ),
  address: 'html-address',
}

const slugs = Object.keys(features).filter((slug) => slug.startsWith('html-'))

/** `<abbr> element`, `<base>`, `Embedded <svg> image` are elements; `align attribute` is an attribute. */
const elements = new Set(slugs.filter((slug) => /^(\w+ )?<\w+>( \w+)?$/.test(titleOf(slug))))
const attributes = new Set(slugs.filter((slug) => /^[\w-]+ attribute$/.test(titleOf(slug))))

/** Attributes whose slug is not `html-` and their own name. */
const attributeSlugs: Record<string, string> = {
  inert: 'css-inert-attribute',
  loading: 'html-loading-attribute',
  sizes: 'html-srcset',
  srcset: 'html-srcset',
  usemap: 'html-image-maps',
  // Described in the notes on lists.
  reversed: 'html-lists',
  value: 'html-lists',
}

/** The elements on which caniemail has tested an attribute that has another meaning on others. */
const testedOn: Record<string, RegExp> = { reversed: /^ol$/, value: /^li$/, srcset: /^(img|source)$/ }

/**
 * Features that are not reported: `<body>`, which every email needs (webmails replace it by a `<div>`), and `target`,
 * without which mail clients open links in a new window as well.
 */
const ignored = new Set(['html-body', 'html-target'])

/** The `type` of an element without that attribute. */
const defaultTypes: Record<string, string> = { button: 'submit', input: 'text' }

/**
 * The features that an element uses, without those of its attributes.
 * @param type the value of its `type`
 */
export function elementFeatures(tagName: string, type = defaultTypes[tagName]): FeatureUse[] {
  const own = `html-${tagName}`
  const typed = `${own}-${type?.toLowerCase()}`
  const slug = groups[tagName] ?? (isFeature(typed) ? typed : elements.has(own) ? own : undefined)
  if (slug === undefined || ignored.has(slug)) return []
  return [{ slug, words: `element \`<${tagName}>\``, value: '', tagName }]
}

/** Whether an attribute can use a feature, on some elements or with some values. */
export function isTestedAttribute(name: string): boolean {
  return name === 'href' || name === 'name' || slugOfAttribute(name) !== undefined
}

/**
 * The features that an attribute uses.
 * @param name its name in HTML: `aria-hidden`
 */
export function attributeFeatures(tagName: string, name: string, value: string): FeatureUse[] {
  const use = (slug: string, words: string): FeatureUse => ({
    slug,
    words,
    value: `${name} ${value}`.toLowerCase(),
    tagName,
  })
  const words = `attribute \`${name}\` of \`<${tagName}>\``
  if (name === 'href' && value.startsWith('#')) return [use('html-anchor-links', `link to \`${value}\``)]
  if (name === 'href' && /^mailto:/i.test(value)) return [use('html-mailto-links', 'link with `mailto:`')]
  if (name === 'name' && tagName === 'meta' && value.toLowerCase() === 'color-scheme')
    return [use('html-meta-color-scheme', '`<meta name="color-scheme">`')]
  const slug = slugOfAttribute(name)
  if (slug === undefined || ignored.has(slug) || testedOn[name]?.test(tagName) === false) return []
  return [use(slug, words)]
}

function slugOfAttribute(name: string): string | undefined {
  return attributeSlugs[name] ?? (attributes.has(`html-${name}`) ? `html-${name}` : undefined)
}

function titleOf(slug: string): string {
  return features[slug]?.title ?? ''
}

function groupEntries(slug: string, tags: string): Record<string, string> {
  return Object.fromEntries(tags.split(' ').map((tag) => [tag, slug]))
}
