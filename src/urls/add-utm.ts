import { hasToken } from '../private-use.ts'

/** The campaign parameters of web analytics (`utm_source` and so on). */
export interface UtmParameters {
  source: string
  medium: string
  campaign: string
}

/**
 * Adds the campaign parameters that a URL lacks. Existing parameters are never overwritten, and the rest of the URL is
 * unchanged byte for byte.
 * @param url an http(s) URL; any other, or one that contains a merge tag, is returned unchanged
 * @param utm the values, not encoded
 */
export function addUtm(url: string, utm: UtmParameters): string {
  if (!/^https?:\/\//i.test(url) || hasToken(url)) return url
  const [, before = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? []
  const present = new Set((query ?? '').split('&').map((pair) => pair.split('=')[0]?.toLowerCase()))
  const added = Object.entries({ utm_source: utm.source, utm_medium: utm.medium, utm_campaign: utm.campaign })
    .filter(([key]) => !present.has(key))
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  const all = [...(query ? [query] : []), ...added].join('&')
  return before + (all ? `?${all}` : '') + fragment
}
