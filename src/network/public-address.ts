import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Addresses that are not on the public web, by what they are: IANA's registries of special-purpose addresses for IPv4 and
 * IPv6 (RFC 6890), multicast (RFC 5771, RFC 4291), and metadata services of clouds that have addresses elsewhere.
 */
const special: [what: string, ranges: string][] = [
  ['an address of this machine', '127.0.0.0/8 0.0.0.0/8 ::/128 ::1/128'],
  // AWS, Google Cloud and Azure; Alibaba Cloud; Oracle Cloud; Azure’s “wire server”; AWS by IPv6.
  [
    'the address of a cloud’s metadata service',
    '169.254.169.254/32 100.100.100.200/32 192.0.0.192/32 168.63.129.16/32 fd00:ec2::254/128',
  ],
  [
    'an address of a private network',
    '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 fc00::/7 fec0::/10 64:ff9b:1::/48',
  ],
  ['a link-local address', '169.254.0.0/16 fe80::/10'],
  ['a multicast address', '224.0.0.0/4 ff00::/8'],
  [
    'an address that is reserved',
    '192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 2001::/23 2001:db8::/32 3fff::/20',
  ],
]

const blockLists = special.map(([what, ranges]) => ({ what, list: createBlockList(ranges.split(' ')) }))

/** All public IPv6 addresses that are assigned (RFC 4291, section 2.4, and IANA's registry of unicast addresses). */
const globalUnicast = createBlockList(['2000::/3'])

function createBlockList(ranges: string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), isIPv4(network) ? 'ipv4' : 'ipv6')
  }
  return list
}

/**
 * Finds out whether an IP address is on the public web.
 * @param address without brackets, as `dns.lookup` or a URL's host has it
 * @returns what it is instead, such as `a link-local address`; `undefined` for a public address
 */
export function describeSpecialAddress(address: string): string | undefined {
  if (isIPv4(address)) return findSpecial(address, 'ipv4')
  // A zone (`fe80::1%eth0`) is part of no public address.
  if (!isIPv6(address) || address.includes('%')) return 'an address that is reserved'
  const embedded = extractIPv4(address)
  if (embedded !== undefined) return findSpecial(embedded, 'ipv4')
  return (
    findSpecial(address, 'ipv6') ??
    (globalUnicast.check(address, 'ipv6') ? undefined : 'an address that is reserved')
  )
}

function findSpecial(address: string, family: 'ipv4' | 'ipv6'): string | undefined {
  return blockLists.find(({ list }) => list.check(address, family))?.what
}

/**
 * Extracts the IPv4 address that an IPv6 address leads to: mapped (`::ffff:0:0/96`, RFC 4291), translated
 * (`::ffff:0:0:0/96`, RFC 2765, and `64:ff9b::/96`, RFC 6052) or by 6to4 (`2002::/16`, RFC 3056).
 */
function extractIPv4(address: string): string | undefined {
  const groups = expandIPv6(address)
  const prefix = groups.slice(0, 6).join(':')
  const isTranslated = ['0:0:0:0:0:ffff', '0:0:0:0:ffff:0', '64:ff9b:0:0:0:0'].includes(prefix)
  if (!isTranslated && groups[0] !== '2002') return undefined
  const [high = '0', low = '0'] = isTranslated ? groups.slice(6) : groups.slice(1)
  const number = (Number.parseInt(high, 16) << 16) | Number.parseInt(low, 16)
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function expandIPv6(address: string): string[] {
  // The URL parser writes the last four bytes as two groups, and leaves out the longest run of zeros.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  return [...before, ...Array(8 - before.length - after.length).fill('0'), ...after]
}
