import { report } from '../diagnostics/report.ts'
import { htmlElements } from '../parse/html-elements.ts'
import { scanHtml } from '../parse/scan-html.ts'
import { liquidOutput, liquidTag } from '../private-use.ts'
import type { TemplateSource } from './template-source.ts'

/** In characters: mail clients wrap longer lines, but not those that are shorter. RFC 5322, section 2.1.1 recommends 78. */
const MAX_LINE = 100

/** Reports HTML in a template for plaintext, which readers would see as it is written, and long lines. */
export function validatePlaintext(source: TemplateSource): void {
  if (!source.path.endsWith('.txt')) return
  reportTags(source)
  reportLongLines(source)
}

/** A file that was copied from HTML has one message. */
function reportTags({ file, markup, body, placeOf }: TemplateSource): void {
  const tags = scanHtml(markup).filter(
    ({ kind, name, text, isEnded }) =>
      (isEnded && kind !== 'declaration' && htmlElements.has(name)) || text.startsWith('<!--'),
  )
  const [first] = tags
  if (!first) return
  const { offset, text } = first
  const written = body.slice(offset, offset + text.length).split(/\r?\n/)[0]
  const more = tags.length > 1 ? `, and ${tags.length - 1} more like it` : ''
  report(file, `Unexpected \`${written}\` in a template for plaintext, expected plain words${more}`, {
    ruleId: 'template-plaintext',
    place: placeOf(offset, text.length),
    note: 'Plaintext has no markup: readers would see it as it is written here. Remove all tags and comments of HTML.',
  })
}

/** What Liquid prints is not counted: `wrap` breaks it. */
function reportLongLines({ file, text, placeOf }: TemplateSource): void {
  const parts = text.matchAll(new RegExp(`[^\\r\\n${liquidTag}]+`, 'g'))
  for (const { 0: part, index } of parts) {
    const words = part.replaceAll(liquidOutput, '').trim()
    // An address and a rule of hyphens have no place to break.
    if (words.length <= MAX_LINE || words.split(/\s+/).length < 4) continue
    report(
      file,
      `Unexpected line of ${words.length} characters in a template for plaintext, expected up to 72`,
      {
        ruleId: 'template-plaintext',
        place: placeOf(index, part.length),
        severity: 'warning',
        note: 'The lines of a template are not wrapped: on narrow screens they break in the middle of the rest, and some clients do not wrap them at all. Break it into lines of at most 72 characters, or print it with `{{ "…" | wrap }}`.',
      },
    )
  }
}
