import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'
import { isUnder, parseHost } from './readers/parse-host.ts'

/** Public shorteners; not those that a site runs only for itself, such as `youtu.be` or `aka.ms`. */
const shorteners = new Set(
  `adf.ly bit.do bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly dlvr.it goo.gl hubs.ly ift.tt is.gd j.mp lnkd.in
  ow.ly qr.ae rb.gy rebrand.ly s.id short.io shorte.st shorturl.at shrtco.de snip.ly soo.gd t.co t.ly t2m.io tiny.cc
  tiny.one tinyurl.com tr.im trib.al u.to urlz.fr v.gd vk.cc`.split(/\s+/),
)

export const linkShortener = defineCheck({
  name: 'link-shortener',
  summary: 'No link goes through a public shortener.',
  note: 'Spammers use the same shorteners, so that mail filters list their hosts (SURBL, Spamhaus DBL). Readers cannot see where the link leads, and it breaks when the service ends. Link to the page itself; your email service counts clicks anyway.',
  level: 'warning',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    for (const { href, at } of extractAnchors(context)) {
      const host = parseHost(href ?? '')?.replace(/^www\./, '')
      if (host === undefined || !shorteners.has(host) || isUnder(host, allow)) continue
      report(`Unexpected shortener \`${host}\` in a link, expected the page’s own address`, { at })
    }
  },
})
