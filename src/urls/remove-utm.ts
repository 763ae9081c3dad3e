import { isSigned } from './create-utm-tagger.ts'

/**
 * Removes the campaign parameters (`utm_source`, `utm_medium`, …) from a URL; the rest is unchanged byte for byte. A signed
 * URL is returned unchanged, since its signature covers its parameters.
 * @param url an http(s) URL
 */
export function removeUtm(url: string): string {
  if (isSigned(url)) return url
  const [, before = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? []
  const pairs = query?.split('&') ?? []
  const others = pairs.filter((pair) => !/^utm_[a-z_]+(?:=|$)/i.test(pair))
  if (others.length === pairs.length) return url
  return before + (others.length > 0 ? `?${others.join('&')}` : '') + fragment
}
