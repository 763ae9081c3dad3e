import { toString as toText } from 'hast-util-to-string'
import { findElement } from '../hast/find-element.ts'
import { memoizeText } from '../memoize-text.ts'
import { escapePattern } from '../merge-tags/tag-pattern.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { extractShownTexts } from './readers/extract-shown-texts.ts'

/** A native tag that stands for the sender's address: `*|LIST:ADDRESSLINE|*`, `{{ organization.full_address }}`. */
const tag =
  /(?:\{\{|\{%|\*\||<%|\{\$|%)[^{}<>\n]{0,60}?(?<!e-?mail[_.]?|ip[_.]?)(?:address|sender-info)(?!es?_?book)[^{}<>\n]{0,40}?(?:\}|\||%)/i

/** Patterns of an address that is not in the config: postal codes of several countries, and PO boxes. */
const addressPatterns = [
  /\b[A-Z]{2}[,.]? \d{5}(?:-\d{4})?\b/,
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/,
  /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/,
  /\b(?:P\.? ?O\.? Box|Postfach|Boîte postale|BP|Apartado|Casella postale|Postbus)\b.{0,10}\d/i,
  /\p{L}\.?\s+\d{1,3}\p{Ll}?,?\s+(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? \p{Lu}\p{Ll}+/u,
  /\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}\b/,
  /〒|郵便|(?:都|道|府|県|市|区|區|省|路|街).{0,30}\d+\s?(?:号|號|番|丁目|室|楼|樓)/,
  /(?:시|도)\s.{1,20}(?:구|군|로|길)\s?\d/,
]

export const postalAddress = defineCheck({
  name: 'postal-address',
  summary: 'The message contains the sender’s postal address.',
  note: 'CAN-SPAM and CASL require a valid postal address in every issue: a street address, a PO box or a registered private mailbox. Set `postalAddress` in the config, which the shipped footers print, or put your provider’s tag into the footer, such as `*|LIST:ADDRESSLINE|*`.',
  level: 'warning',
  run(context, report) {
    const { document, settings, email, restore } = context
    if (resolveTarget(settings, settings.target)?.adds.includes('address')) return
    const body = findElement(document, 'body')
    const shown = body
      ? restore(
          extractShownTexts(document)
            .map(({ value }) => value)
            .join(' '),
        )
      : ''
    const own = restore(settings.postalAddress ?? '')
    const at = body
    if (resolveTarget(settings, settings.target)?.requiresAddressTag && tag.test(shown)) return
    if (own !== '' && !containsAddress(shown, own))
      report('Missing the config’s `postalAddress` in the HTML', { at })
    else if (own !== '' && !containsAddress(email.text, own))
      report('Missing the config’s `postalAddress` in the plaintext', {
        at: { file: findTextLayout(context) },
      })
    else if (own === '' && !tag.test(shown) && !hasAddress(context))
      report('Missing postal address in the HTML', { at })
  },
})

function findTextLayout({ theme, file }: CheckContext): CheckContext['file'] {
  return theme.files.get('layout.txt') ?? file
}

/** Ignores line breaks and punctuation, which may differ from those in the config. */
function containsAddress(text: string, address: string): boolean {
  // Mostly nothing but line breaks differs, and the rest takes far longer.
  if (createAddressPattern(address).test(text)) return true
  // Most characters are ASCII, which the first part tests faster.
  const bare = (value: string) => value.toLowerCase().replace(/(?![a-z\d])[^\p{L}\p{N}]+/gu, '')
  return bare(text).includes(bare(address))
}

/** The words of an address with any white space between. */
const createAddressPattern = memoizeText(
  (address) => new RegExp(address.trim().split(/\s+/).map(escapePattern).join('\\s+')),
  10,
)

/** An address is a short text of its own: an `<address>`, or a line with a postal code. */
function hasAddress({ document, restore }: CheckContext): boolean {
  if (findElement(document, 'address')) return true
  return extractShownTexts(document).some(({ path }) => {
    const holder = path.findLast(({ tagName }) => /^(?:p|td|div|li|center|footer|h\d)$/.test(tagName))
    const text = holder ? restore(toText(holder)).replace(/\s+/g, ' ').trim() : ''
    return text.length > 0 && text.length < 250 && addressPatterns.some((pattern) => pattern.test(text))
  })
}
