import { attributePlace } from '../blocks/opening-line.ts'
import { defineCheck } from './check.ts'
import { findBlocks } from './readers/find-blocks.ts'

export const sponsorHttps = defineCheck({
  name: 'sponsor-https',
  summary: 'A sponsor’s link uses `https:`.',
  note: 'Browsers warn before they open an `http:` page, and a redirect from there to `https:` may lose the sponsor’s tracking parameters. Ask the sponsor for the `https:` address.',
  level: 'warning',
  run({ tree, file, masthead, matter, settings, entry }, report) {
    const formatReason = (url: string) => `Unexpected sponsor link \`${url}\`, expected \`https:\``
    if (masthead && isPlain(masthead.url)) report(formatReason(masthead.url), { at: entry('sponsor') })
    for (const { node, block } of findBlocks('sponsor', tree)) {
      const { url, id } = block.attributes
      if (typeof url !== 'string' || !isPlain(url)) continue
      // An address from the config that is used in both places is reported once.
      const isSame = masthead && id === matter.sponsor && settings.sponsors[String(id)] !== undefined
      if (!isSame || node.attributes?.url)
        report(formatReason(url), { at: attributePlace(node, 'url', String(file)) })
    }
  },
})

function isPlain(url: string): boolean {
  return /^http:/i.test(url.trim())
}
