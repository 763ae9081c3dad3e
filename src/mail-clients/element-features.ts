import type { FeatureUse } from './feature-use.ts'
import { features, isFeature } from './features.ts'

/** Elements that caniemail holds together under one slug. */
const groups: Record<string, string> = {
  ...toGroup('html-h1-h6', 'h1 h2 h3 h4 h5 h6'),
  ...toGroup('html-lists', 'ul ol li dl dt dd'),
  ...toGroup('html-image-maps', 'map area'),
  ...toGroup(
    'html-semantics',
    'article aside details figcaption figure footer header main mark nav section summary time',
  ),
  address: 'html-address',
}

const slugs = Object.keys(features).filter((slug) => slug.startsWith('html-'))

/** `<abbr> element`, `<base>`, `Embedded <svg> image` are elements; `align attribute` is an attribute. */
const elements = new Set(slugs.filter((slug) => /^(\w+ )?<\w+>( \w+)?$/.test(toTitle(slug))))
const attributes = new Set(slugs.filter((slug) => /^[\w-]+ attribute$/.test(toTitle(slug))))

/** Attributes that caniemail has under another name than `html-` and their own. */
const named: Record<string, string> = {
  inert: 'css-inert-attribute',
  loading: 'html-loading-attribute',
  sizes: 'html-srcset',
  srcset: 'html-srcset',
  usemap: 'html-image-maps',
  // What they do for a list is in the notes on lists.
  reversed: 'html-lists',
  value: 'html-lists',
}

/** Attributes that mean something else on some elements than what caniemail tested. */
const elsewhere: Record<string, RegExp> = { reversed: /^ol$/, value: /^li$/, srcset: /^(img|source)$/ }

/**
 * What every mail has and nobody can leave out (webmails make a `<div>` of the `<body>`), and `target`, without which
 * links open a new window all the same.
 */
const passedOver = new Set(['html-body', 'html-target'])

/** What an element without a `type` is. */
const defaultTypes: Record<string, string> = { button: 'submit', input: 'text' }

/** The features that an element itself uses, without its attributes. */
export function elementFeatures(tagName: string, type = defaultTypes[tagName]): FeatureUse[] {
  const own = `html-${tagName}`
  const typed = `${own}-${type?.toLowerCase()}`
  const slug = groups[tagName] ?? (isFeature(typed) ? typed : elements.has(own) ? own : undefined)
  if (slug === undefined || passedOver.has(slug)) return []
  return [{ slug, words: `element \`<${tagName}>\``, value: '', tagName }]
}

/**
 * The features that an attribute uses.
 * @param name as HTML spells it: `aria-hidden`
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
  const slug = named[name] ?? (attributes.has(`html-${name}`) ? `html-${name}` : undefined)
  if (slug === undefined || passedOver.has(slug) || elsewhere[name]?.test(tagName) === false) return []
  return [use(slug, words)]
}

function toTitle(slug: string): string {
  return features[slug]?.title ?? ''
}

function toGroup(slug: string, tags: string): Record<string, string> {
  return Object.fromEntries(tags.split(' ').map((tag) => [tag, slug]))
}
