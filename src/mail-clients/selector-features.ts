import { formatInline } from '../css/format-css.ts'
import { splitSelectors } from '../css/selectors.ts'
import type { FeatureUse } from './feature-use.ts'
import { features, isFeature } from './features.ts'
import { selectorAudience } from './selector-audience.ts'

/** Kinds of selectors, seen in one without its brackets and pseudo-classes. */
const kinds: [found: RegExp, slug: string][] = [
  [/\*/, 'css-selector-universal'],
  [/#[\w-]/, 'css-selector-id'],
  [/\.[a-z_-]/i, 'css-selector-class'],
  [/(^|[\s>+~])[a-z]/i, 'css-selector-type'],
  [/[.#][\w-]+[.#]/, 'css-selector-chaining'],
  [/>/, 'css-selector-child'],
  [/\+/, 'css-selector-adjacent-sibling'],
  [/~/, 'css-selector-general-sibling'],
  [/[^\s>+~]\s+[^\s>+~]/, 'css-selector-descendant'],
]

/** Pseudo-elements that may be written with one colon. */
const oldElements = new Set(['after', 'before', 'first-letter', 'first-line'])

/**
 * The features that a rule's selector uses.
 * @param selector the whole of it, commas and all
 * @param nested it stands within another rule
 */
export function selectorFeatures(selector: string, nested = false): FeatureUse[] {
  const parts = splitSelectors(selector)
  const only = selectorAudience(parts)
  const uses = parts.flatMap(toPartUses)
  if (parts.length > 1) uses.push({ ...toUse('css-selector-grouping', selector), ...(only && { only }) })
  if (nested || selector.includes('&')) uses.push(toUse('css-nesting', selector))
  return uses
}

function toPartUses(part: string): FeatureUse[] {
  const bare = part.replace(/\[[^\]]*\]/g, '[]')
  const plain = withoutArguments(bare).replace(/::?[\w-]+|\[\]/g, '')
  const uses = kinds.filter(([found]) => found.test(plain)).map(([, slug]) => toUse(slug, part))
  for (const [brackets] of part.matchAll(/[\w.#-]*\[[^\]]*\]/g))
    uses.push(toUse('css-selector-attribute', part, brackets))
  for (const [whole, colons, name = ''] of bare.matchAll(/[^\s>+~(]*?(::?)([a-z-]+)/gi)) {
    const isElement = colons === '::' || oldElements.has(name)
    const slug = `css-pseudo-${isElement ? 'element' : 'class'}-${name.toLowerCase()}`
    if (isFeature(slug)) uses.push(toUse(slug, part, whole, `\`${colons}${name}\``))
  }
  const only = selectorAudience([part])
  return only ? uses.map((use) => ({ ...use, only })) : uses
}

function withoutArguments(selector: string): string {
  const shorter = selector.replace(/\([^()]*\)/g, '')
  return shorter === selector ? selector : withoutArguments(shorter)
}

/** @param name what it is called, when its title does not say so: `Child combinator` */
function toUse(slug: string, written: string, value = written, name = toName(slug)): FeatureUse {
  return { slug, words: `${name} in selector \`${formatInline(written)}\``, value: value.toLowerCase() }
}

function toName(slug: string): string {
  return (features[slug]?.title ?? '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}
