import { domainToASCII } from 'node:url'
import { hasPrivateUse } from '../private-use.ts'

/**
 * A host in other letters, in the form that every mail client can open (RFC 3490, section 4.1): `xn--mnchen-3ya.de`.
 * @param url an address; one of another scheme, or with a merge tag for its host, stays as it is
 */
export function encodeHost(url: string): string {
  return url.replace(/^(https?:\/\/(?:[^/?#@]*@)?)([^/?#:]*)/i, (whole, before: string, host: string) => {
    const isForeign = /[^\0-\x7f]/.test(host) && !hasPrivateUse(host)
    return isForeign ? before + (domainToASCII(host) || host) : whole
  })
}
