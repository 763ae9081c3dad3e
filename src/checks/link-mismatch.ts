import { decodePath } from '../urls/decode-path.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'
import { isUnder, parseHost } from './readers/parse-host.ts'

export const linkMismatch = defineCheck({
  name: 'link-mismatch',
  summary: 'A link whose text is an address leads to that address.',
  note: 'Phishing links look like this, and mail filters and clients treat them as such (SpamAssassin’s URI rules, Thunderbird’s scam warning). Show the address that the link leads to, or use words.',
  level: 'warning',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    for (const { href = '', text, isCode, at } of extractAnchors(context)) {
      const target = parseHost(href)
      const shown = isCode ? undefined : parseShownHost(text)
      if (target === undefined || shown === undefined || isSameSite(shown, target)) continue
      // A redirect or a web archive has the shown address inside its own.
      const isInside = decodePath(href).toLowerCase().includes(shown)
      if (isInside || isUnder(target, allow) || isModulePath(text, target) || isWrapped(target, text))
        continue
      report(`Unexpected link to \`${target}\`, expected \`${shown}\` as its text says`, { at })
    }
  },
})

/** Where the source or the documentation of a program's module is. */
const codeHosts = [
  ...['bitbucket.org', 'codeberg.org', 'docs.rs', 'git.sr.ht', 'github.com', 'github.io', 'gitlab.com'],
  ...['go.dev', 'go.googlesource.com', 'godoc.org', 'googlesource.com', 'readthedocs.io'],
]

/** Whether a text is the name of a module, which looks like an address: `golang.org/x/net` (go.dev/ref/mod#module-path). */
function isModulePath(text: string, target: string): boolean {
  return /^[a-z0-9.-]+(?:\/[\w.~-]+)+$/i.test(text) && isUnder(target, codeHosts)
}

/** Whether a network has replaced an address of a post by its own redirect: embedded posts show `pic.twitter.com/…`. */
function isWrapped(target: string, text: string): boolean {
  return (
    target === 't.co' ||
    (target === 'x.com' && /^(?:pic\.)?twitter\.com\b/i.test(text.replace(/^https?:\/\//i, '')))
  )
}

/** The host that a link's text shows; `undefined` when it is not an address. `Node.js` and `Booking.com` are names. */
function parseShownHost(text: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(text)) return parseHost(text)?.replace(/^www\./, '')
  if (/^www\.\S+\.\S+$/i.test(text)) return parseHost(`https://${text}`)?.replace(/^www\./, '')
  const isAddress = /^(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov)(?:\/\S*)?$/.test(text)
  return isAddress ? parseHost(`https://${text}`) : undefined
}

/** Whether two hosts have the same registered domain, as `click.example.com` and `www.example.com` do. */
function isSameSite(a: string, b: string): boolean {
  return extractSite(a) === extractSite(b)
}

/** Guesses the registered domain: the last two labels, or three for domains such as `co.uk` and `com.au`. */
function extractSite(host: string): string {
  const labels = host.split('.')
  const isCountry = (labels.at(-1) ?? '').length === 2
  const isGeneral = /^(?:ac|co|com|edu|gob|gov|go|ne|net|or|org)$/.test(labels.at(-2) ?? '')
  return labels.slice(isCountry && isGeneral ? -3 : -2).join('.')
}
