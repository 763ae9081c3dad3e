import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { describeSpecialAddress } from './public-address.ts'

/** A host is not on the public web. Its message says why, as the rest of `Cannot request …: `. */
export class PrivateAddressError extends Error {}

/**
 * Wraps a resolver so that it fails for a host that has an address which is not on the public web, if only one of several.
 * A connection that is opened with it goes to the very addresses that were checked, whatever the name resolves to later
 * (DNS rebinding).
 * @param resolve the system's resolver by default
 */
export function createPublicLookup(resolve: LookupFunction = lookup as LookupFunction): LookupFunction {
  return (host, options, callback) =>
    resolve(host, options, (error, result, family) => {
      if (error) return callback(error, result, family)
      const addresses = typeof result === 'string' ? [result] : result.map(({ address }) => address)
      for (const address of addresses) {
        const special = describeSpecialAddress(address)
        if (special !== undefined)
          return callback(new PrivateAddressError(`its host is at \`${address}\`, ${special}`), [])
      }
      callback(null, result, family)
    })
}

/**
 * Refuses a URL whose host is an IP address that is not on the public web: no resolver is called for one. The URL parser has
 * normalized other spellings, such as `http://2130706433`, `0x7f.1`, `127.0.0.1.` and full-width digits.
 * @throws {PrivateAddressError}
 */
export function refusePrivateAddress({ hostname }: URL): void {
  const address = hostname.replace(/^\[|\]$/g, '')
  const special = isIP(address) === 0 ? undefined : describeSpecialAddress(address)
  if (special !== undefined) throw new PrivateAddressError(`\`${address}\` is ${special}`)
}
