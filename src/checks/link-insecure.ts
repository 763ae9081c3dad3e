import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'
import { isUnder, parseHost } from './readers/parse-host.ts'

export const linkInsecure = defineCheck({
  name: 'link-insecure',
  summary: 'Links lead to `https:`.',
  note: 'Anyone on the way can read and change what an `http:` address brings, and browsers warn of it. Nearly every site answers to `https:` as well; name one that does not in the option `allow`.',
  level: 'warning',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    for (const { element, href, at } of extractAnchors(context)) {
      // Of a sponsor's link the check `sponsor-https` speaks.
      const isSponsored = String(element.properties.rel ?? '').includes('sponsored')
      if (isSponsored || !href || !/^http:/i.test(href)) continue
      const host = parseHost(href)
      if (host === undefined || isUnder(host, allow) || isNearby(host)) continue
      report(`Unexpected \`http:\` in a link to \`${host}\`, expected \`https:\``, { at })
    }
  },
})

/** Without certificates there is no `https:`: a single word, an IP address. */
function isNearby(host: string): boolean {
  return !host.includes('.') || /^[\d.]+$|^\[/.test(host) || /\.(?:onion|local|localhost|test)$/.test(host)
}
