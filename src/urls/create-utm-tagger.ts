import { domainToASCII } from 'node:url'
import type { Utm } from '../settings.ts'
import { addUtm } from './add-utm.ts'
import { encodeHost } from './encode-host.ts'

/**
 * Creates the function that adds the config's campaign parameters to a URL, unless its host is excluded or a parameter
 * could break it.
 * @param utm the config's `utm`; without it every URL is returned unchanged
 * @param slug the slug: the campaign, unless the config names one
 */
export function createUtmTagger(utm: Utm | undefined, slug: string): (url: string) => string {
  if (!utm) return (url) => url
  const { exclude = [], ...parameters } = utm
  const hosts = exclude.map((host) => domainToASCII(host.toLowerCase().replace(/^\*?\./, '')) || host)
  const all = { ...parameters, campaign: parameters.campaign ?? slug }
  return (url) =>
    isExcluded(url, hosts) || isSigned(url) || isSubscriptionPage(url) ? url : addUtm(url, all)
}

function isExcluded(url: string, hosts: string[]): boolean {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(encodeHost(url))?.[1]?.toLowerCase() ?? ''
  return hosts.some((each) => host === each || host.endsWith(`.${each}`))
}

/**
 * True for a signed URL, which any additional parameter makes invalid: Amazon S3 and CloudFront, Google Cloud Storage,
 * Azure's SAS, a JSON Web Token (RFC 7519: three parts, the first of which is an object in base64url, `eyJ…`).
 */
export function isSigned(url: string): boolean {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? ''
  return (
    /(?:^|&)(?:x-amz-signature|x-goog-signature|signature|sig|hmac|key-pair-id|awsaccesskeyid)=/i.test(
      query,
    ) || /(?:^|[=/?&])eyJ[\w-]+\.[\w-]+\.[\w-]+/.test(url)
  )
}

/** True for a page to unsubscribe or change a subscription, which an additional parameter can break. */
function isSubscriptionPage(url: string): boolean {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? ''
  return /\/(?:unsubscribe|opt-?out|(?:manage-)?(?:preferences|subscriptions?))(?:[/.]|$)/i.test(path)
}
