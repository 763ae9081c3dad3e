import { replaceCssAddresses } from '../css/replace-addresses.ts'
import { report } from '../diagnostics/report.ts'
import { scanHtml } from '../parse/scan-html.ts'
import { findAttributes } from '../parse/tag-attributes.ts'
import { hasPrivateUse } from '../private-use.ts'
import type { TemplateSource } from './template-source.ts'

/** An address that leads somewhere from any page. */
const whole = /^(?:[a-z][a-z0-9+.-]*:|\/|#|$)/i

/** What prints the address of a picture of the config or an issue. */
const logo = /\blogo(?:_dark)?\.src\b/

/**
 * Reports pictures in `vote.html` that are files: only emails have copies of pictures beside them.
 * @param hasPublicImages whether the pictures of the config and issues have whole addresses, by `assets.baseUrl`
 */
export function validateVotePictures(source: TemplateSource, hasPublicImages: boolean): void {
  const { file, path, markup, text, body, placeOf } = source
  if (path !== 'vote.html') return
  const check = (address: string, offset: number) => {
    const written = body.slice(offset, offset + address.length)
    const isFile = hasPrivateUse(address) ? logo.test(written) && !hasPublicImages : !whole.test(address)
    if (!isFile) return
    report(
      file,
      `Unexpected relative address \`${written}\` of a picture in \`vote.html\`, expected a whole one`,
      {
        ruleId: 'image-file',
        place: placeOf(offset, address.length),
        note: 'No picture is copied to the pages of a poll: readers would see an empty frame. Put it on the web, and write its address: `https://…`.',
      },
    )
  }
  const parts = scanHtml(markup)
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'start') continue
    const end = part.offset + part.text.length
    if (part.name === 'style') checkCss(text.slice(end, parts[index + 1]?.offset), end, check)
    for (const { name, value, offset } of findAttributes(part.text)) {
      if (name === 'style') checkCss(value, part.offset + offset, check)
      else if (name === 'background' || (name === 'src' && /^(?:img|input|source)$/.test(part.name)))
        check(value, part.offset + offset)
    }
  }
}

function checkCss(css: string, from: number, check: (address: string, offset: number) => void): void {
  replaceCssAddresses(css, ({ address, offset }) => {
    check(address, from + offset)
    return address
  })
}
