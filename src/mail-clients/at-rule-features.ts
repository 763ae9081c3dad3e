import { formatInline } from '../css/format-css.ts'
import type { FeatureUse } from './feature-use.ts'
import { features, isFeature } from './features.ts'

const mediaSlug = 'css-at-media-'
const mediaFeatures = Object.keys(features).flatMap((slug) =>
  slug.startsWith(mediaSlug) ? [slug.slice(mediaSlug.length)] : [],
)

/**
 * The features that an at-rule uses.
 * @param name `media`, `font-face`
 * @param params what stands between the name and the brace
 * @param outer the params of the `@media` around it
 */
export function atRuleFeatures(name: string, params: string, outer?: string): FeatureUse[] {
  const rule = name.toLowerCase().replace(/^-\w+-/, '')
  const text = formatInline(params)
  const words = `\`@${rule}${text && ` ${text}`}\``
  const value = `${outer === undefined ? '' : `${outer.toLowerCase()} @media `}${text.toLowerCase()}`
  // Who has no media queries at all lacks each media feature as well.
  const special = rule === 'media' ? toMediaSlugs(text) : []
  const slugs = special.length > 0 ? special : [`css-at-${rule}`]
  return slugs.filter(isFeature).map((slug) => ({ slug, words, value }))
}

/** `(-webkit-min-device-pixel-ratio: 2)` asks for `device-pixel-ratio`, `(any-hover)` for `hover`. */
function toMediaSlugs(params: string): string[] {
  return mediaFeatures
    .filter((name) => new RegExp(`\\(\\s*(-webkit-)?(min-|max-|any-)?${name}\\b`, 'i').test(params))
    .map((name) => mediaSlug + name)
}
