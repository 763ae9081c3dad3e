import { hasToken } from '../private-use.ts'

/** Campaign parameters as web analytics count them. */
export interface UtmParameters {
  source: string
  medium: string
  campaign: string
}

/**
 * An address with the campaign parameters that it lacks. Parameters that are there are never overwritten, the rest of
 * the address stays byte for byte, and the fragment stays last.
 * @param url an http(s) address; every other one, and one with a merge tag in it, comes back as it is
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
