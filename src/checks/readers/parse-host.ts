/**
 * The host that a web address leads to, in lower case, international names in Punycode.
 * @returns nothing for an address of another kind, and for one that no browser can read
 */
export function parseHost(address: string): string | undefined {
  if (!/^https?:/i.test(address)) return undefined
  try {
    return new URL(address).hostname.replace(/\.$/, '')
  } catch {
    return undefined
  }
}

/** Whether a host is one of a list or lies under one of them: `blog.example.com` under `example.com`. */
export function isUnder(host: string, list: readonly string[]): boolean {
  return list.some((entry) => {
    const listed = parseHost(`https://${entry.replace(/^[a-z]+:\/\/|[/?#].*$/gi, '')}`)
    return listed !== undefined && (host === listed || host.endsWith(`.${listed}`))
  })
}
