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
 * @param params the text between the name and the brace
 * @param outer the parameters of the at-rule around it
 */
export function atRuleFeatures(name: string, params: string, outer?: string): FeatureUse[] {
  const rule = name.toLowerCase().replace(/^-\w+-/, '')
  const text = formatInline(params)
  const words = `\`@${rule}${text && ` ${text}`}\``
  const value = `${outer === undefined ? '' : `${outer.toLowerCase()} @media `}${text.toLowerCase()}`
  // A client without media queries also lacks each media feature, so that `css-at-media` itself need not be listed.
  const special = rule === 'media' ? mediaFeatureSlugs(text) : []
  const slugs = special.length > 0 ? special : [`css-at-${rule}`]
  return slugs.filter(isFeature).map((slug) => ({ slug, words, value }))
}

/** `(-webkit-min-device-pixel-ratio: 2)` tests `device-pixel-ratio`, and `(any-hover)` tests `hover`. */
function mediaFeatureSlugs(params: string): string[] {
  return mediaFeatures
    .filter((name) => new RegExp(`\\(\\s*(-webkit-)?(min-|max-|any-)?${name}\\b`, 'i').test(params))
    .map((name) => mediaSlug + name)
}
