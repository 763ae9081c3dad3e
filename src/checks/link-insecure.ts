import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'
import { isUnder, parseHost } from './readers/parse-host.ts'

export const linkInsecure = defineCheck({
  name: 'link-insecure',
  summary: 'Links use `https:`.',
  note: 'Anyone on the network between a reader and the site can read and change an `http:` page, and browsers warn of it. Nearly every site supports `https:`: write that address. If a site does not, add its host to the option `allow`.',
  level: 'warning',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    for (const { element, href, at } of extractAnchors(context)) {
      // Sponsors' links are validated by `sponsor-https`.
      const isSponsored = String(element.properties.rel ?? '').includes('sponsored')
      if (isSponsored || !href || !/^http:/i.test(href)) continue
      const host = parseHost(href)
      if (host === undefined || isUnder(host, allow) || isLocal(host)) continue
      report(`Unexpected \`http:\` in a link to \`${host}\`, expected \`https:\``, { at, cause: host })
    }
  },
})

/** Hosts without public certificates: single words, IP addresses, local and onion domains. */
function isLocal(host: string): boolean {
  return !host.includes('.') || /^[\d.]+$|^\[/.test(host) || /\.(?:onion|local|localhost|test)$/.test(host)
}
