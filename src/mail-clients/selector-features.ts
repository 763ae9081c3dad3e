import { formatInline } from '../css/format-css.ts'
import { splitSelectors } from '../css/selectors.ts'
import type { FeatureUse } from './feature-use.ts'
import { features, isFeature } from './features.ts'
import { selectorAudience } from './selector-audience.ts'

/** Simple selectors and combinators, as patterns for a selector without brackets, arguments and pseudo-classes. */
const kinds: [pattern: RegExp, slug: string][] = [
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

/** Pseudo-elements that may be written with a single colon. */
const legacyElements = new Set(['after', 'before', 'first-letter', 'first-line'])

/**
 * The features that a rule's selector uses.
 * @param selector a list of selectors, with its commas
 * @param nested whether the rule is within another rule
 */
export function selectorFeatures(selector: string, nested = false): FeatureUse[] {
  const parts = splitSelectors(selector)
  const only = selectorAudience(parts)
  const uses = parts.flatMap(singleSelectorUses)
  if (parts.length > 1) uses.push({ ...createUse('css-selector-grouping', selector), ...(only && { only }) })
  if (nested || selector.includes('&')) uses.push(createUse('css-nesting', selector))
  return uses
}

function singleSelectorUses(part: string): FeatureUse[] {
  const bare = part.replace(/\[[^\]]*\]/g, '[]')
  const plain = removeArguments(bare).replace(/::?[\w-]+|\[\]/g, '')
  const uses = kinds.filter(([pattern]) => pattern.test(plain)).map(([, slug]) => createUse(slug, part))
  for (const [brackets] of part.matchAll(/[\w.#-]*\[[^\]]*\]/g))
    uses.push(createUse('css-selector-attribute', part, brackets))
  for (const [whole, colons, name = ''] of bare.matchAll(/[^\s>+~(]*?(::?)([a-z-]+)/gi)) {
    const isElement = colons === '::' || legacyElements.has(name)
    const slug = `css-pseudo-${isElement ? 'element' : 'class'}-${name.toLowerCase()}`
    if (isFeature(slug)) uses.push(createUse(slug, part, whole, `\`${colons}${name}\``))
  }
  const only = selectorAudience([part])
  return only ? uses.map((use) => ({ ...use, only })) : uses
}

function removeArguments(selector: string): string {
  const shorter = selector.replace(/\([^()]*\)/g, '')
  return shorter === selector ? selector : removeArguments(shorter)
}

/** @param name how messages name the feature; its title by default: `child combinator` */
function createUse(slug: string, written: string, value = written, name = titleOf(slug)): FeatureUse {
  return { slug, words: `${name} in selector \`${formatInline(written)}\``, value: value.toLowerCase() }
}

/** The feature's title with a small first letter, unless it begins with an abbreviation. */
function titleOf(slug: string): string {
  return (features[slug]?.title ?? '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
}
