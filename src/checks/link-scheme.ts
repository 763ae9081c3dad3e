import { findOpener, parseScheme } from '../urls/schemes.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'

export const linkScheme = defineCheck({
  name: 'link-scheme',
  summary: 'Links use a scheme that every mail client opens: `https:`, `mailto:`, `tel:` or `sms:`.',
  note: 'Gmail and Outlook on the web remove links of other schemes, so that readers see words that do nothing there. Apple Mail and programs on a desktop pass them on to an app, where one is installed. Link to a web page that offers both, or add the scheme to the option `allow`.',
  level: 'warning',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    for (const { href = '', at } of extractAnchors(context)) {
      const scheme = parseScheme(href)
      const opener = scheme && findOpener(scheme)
      if (!opener || allow.some((name) => name.toLowerCase().replace(/:.*$/s, '') === scheme)) continue
      report(`Unexpected scheme \`${scheme}:\` in a link, expected \`https:\``, {
        at,
        note: `It opens ${opener}, if the mail client passes it on, as Apple Mail and programs on a desktop do. Gmail and Outlook on the web remove such a link, so that readers see words that do nothing. Link to a web page instead, or allow it in the config: \`checks: { link-scheme: [warning, { allow: [${scheme}] }] }\`.`,
      })
    }
  },
})
