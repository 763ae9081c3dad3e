import { domainToASCII } from 'node:url'
import { hasPrivateUse } from '../private-use.ts'

/**
 * Encodes an internationalized host in ASCII, which every mail client can open (RFC 3490, section 4.1):
 * `xn--mnchen-3ya.de`.
 * @param url any URL; one that is not http(s), or with a merge tag in its host, is returned unchanged
 */
export function encodeHost(url: string): string {
  return url.replace(/^(https?:\/\/(?:[^/?#@]*@)?)([^/?#:]*)/i, (whole, before: string, host: string) => {
    const isForeign = /[^\0-\x7f]/.test(host) && !hasPrivateUse(host)
    return isForeign ? before + (domainToASCII(host) || host) : whole
  })
}
