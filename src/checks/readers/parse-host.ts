import { memoizeText } from '../../memoize-text.ts'

/**
 * Parses the host of a web address, in lower case, with international names in Punycode.
 * @returns `undefined` for an address that is not `http:` or `https:`, and for an invalid one
 */
export function parseHost(address: string): string | undefined {
  if (!/^https?:/i.test(address)) return undefined
  try {
    return new URL(address).hostname.replace(/\.$/, '')
  } catch {
    return undefined
  }
}

/**
 * Whether a host is in a list, or is a subdomain of a host in it: `blog.example.com` of `example.com`.
 * @param list hosts or addresses
 */
export function isUnder(host: string, list: readonly string[]): boolean {
  return list.some((entry) => {
    const listed = parseListed(entry)
    return listed !== undefined && (host === listed || host.endsWith(`.${listed}`))
  })
}

/** The host of an entry of a list. The same few lists are used for every link. */
const parseListed = memoizeText((entry) =>
  parseHost(`https://${entry.replace(/^[a-z]+:\/\/|[/?#].*$/gi, '')}`),
)
