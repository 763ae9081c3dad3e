import { findElements } from '../hast/find-element.ts'
import { decodePath } from '../urls/decode-path.ts'
import type { CheckContext, Origin } from './check.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'
import { findSourcePlaces } from './readers/find-source-places.ts'
import { hasMergeTag } from './readers/has-merge-tag.ts'
import { isUnder, parseHost } from './readers/parse-host.ts'

/** Domains reserved for examples (RFC 2606, section 3). */
const examples = ['example.com', 'example.net', 'example.org']
/** Top-level domains that never resolve on the internet (RFC 6761, section 6). */
const reserved = ['test', 'example', 'invalid', 'localhost']
const imageServices = [
  'placeholder.com',
  'placehold.co',
  'placehold.it',
  'dummyimage.com',
  'picsum.photos',
  'loremflickr.com',
]
const yourDomain =
  /^(?:www\.)?your-?(?:own-?)?(?:app|blog|brand|business|company|domain|email|host|link|name|newsletter|page|server|shop|site|store|url|web-?site)(?:-?name|-?here)?\.[a-z]{2,}$/
/** The reader's own computer (RFC 1122, section 3.2.1.3). Other private addresses may be intended, such as a router's. */
const loopback = /^(?:127\.|0\.0\.0\.0$|\[::1?\]$)/

export const linkPlaceholder = defineCheck({
  name: 'link-placeholder',
  summary: 'No link or picture leads to a placeholder such as `example.com`, `localhost` or `#`.',
  note: 'The address was meant to be replaced: it leads readers nowhere (RFC 2606 and RFC 6761 reserve such names). Write the real address. The host of the config’s `url` is accepted; to accept others, add them to the option `allow`.',
  level: 'error',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    const own = [context.settings.url, context.settings.assets.baseUrl]
    const allowed = [...allow, ...own.filter((address) => address !== undefined)]
    for (const { address, what, at } of extractAddresses(context)) {
      if (hasMergeTag(address, context)) continue
      if (address === '#') {
        report(`Unexpected \`#\` as the address of ${what}, expected where it leads`, { at })
        continue
      }
      const host = extractMailHost(address, context) ?? parseHost(address)
      if (host === undefined && /^https?:/i.test(address))
        report(`Unexpected address \`${decodePath(address)}\` of ${what}, expected one with a host`, { at })
      else if (host !== undefined && isPlaceholder(host) && !isUnder(host, allowed))
        report(`Unexpected placeholder \`${host}\` in the address of ${what}`, { at })
    }
  },
})

interface Address {
  address: string
  what: 'a link' | 'a picture'
  at: Origin
}

function extractAddresses(context: CheckContext): Address[] {
  // A link whose text is its address is mostly a mention, which Markdown has made a link.
  const links = extractAnchors(context).filter(({ href, text }) => href && !isShown(href, text))
  const placeOf = findSourcePlaces(context)
  const addresses = links.map(({ href = '', at }): Address => ({ address: href, what: 'a link', at }))
  for (const picture of findElements(context.document, 'img')) {
    const { src } = picture.properties
    if (typeof src === 'string')
      addresses.push({ address: src, what: 'a picture', at: placeOf(picture, src) })
  }
  return addresses
}

function isShown(href: string, text: string): boolean {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)|\/$/gi, '').toLowerCase()
  return bare(href) === bare(text)
}

/** The host of a `mailto:` address; `undefined` for the newsletter's own mailboxes, which the config sets. */
function extractMailHost(address: string, { settings, matter }: CheckContext): string | undefined {
  const [, mailbox, host] = /^mailto:([^?@]+@([^?@,]+))/i.exec(address) ?? []
  const own = [settings.from?.email, matter.from?.email, settings.polls.mailto]
  return own.includes(mailbox) ? undefined : host?.toLowerCase()
}

function isPlaceholder(host: string): boolean {
  if (!host.includes('.') && !host.startsWith('[')) return true
  const top = host.slice(host.lastIndexOf('.') + 1)
  return (
    isUnder(host, [...examples, ...imageServices]) ||
    reserved.includes(top) ||
    yourDomain.test(host) ||
    loopback.test(host)
  )
}
