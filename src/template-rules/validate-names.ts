import { html } from 'property-information'
import { hasSameLetters, isMisspelt, nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import { memoizeText } from '../memoize-text.ts'
import { htmlElements } from '../parse/html-elements.ts'
import type { HtmlPart } from '../parse/scan-html.ts'
import { findAttributes } from '../parse/tag-attributes.ts'
import { findParts } from './find-parts.ts'
import type { TemplateSource } from './template-source.ts'

const attributes = new Set(Object.values(html.property).map(({ attribute }) => attribute))

/** Elements that Word and old Outlook know. */
const clientElements = new Set(['xml', 'shape', 'rect'])

/** Attributes of frameworks and editors, and of other languages: `data-og`, `aria-label`, `v:ext`, `mc:edit`, `@click`. */
const foreignAttribute = /^(?:data|aria|x|on)-|[:@.[(*#]|^on|^v-|^role$|^property$|^amp/

/**
 * Warns of elements and attributes in a template that HTML does not have and that come close to one that it has: `<tabel>`,
 * `herf`. Names of providers' own elements are legal.
 */
export function validateNames({ file, path, markup, placeOf }: TemplateSource): void {
  if (!path.endsWith('.html')) return
  const warn = (written: string, expected: string, offset: number, length: number, effect: string) =>
    report(file, `Unexpected ${written}, expected ${expected}`, {
      ruleId: 'template-markup',
      place: placeOf(offset, length),
      severity: 'warning',
      note: `HTML has no such name: ${effect}.`,
    })
  const reported = new Set<string>()
  for (const part of findParts(markup)) {
    const { kind, name, offset } = part
    if (kind === 'declaration' || !part.isEnded || /[^a-z0-9]/.test(name)) continue
    const element = reported.has(name) ? undefined : findMeantElement(name)
    const slash = kind === 'end' ? '/' : ''
    if (element) {
      reported.add(name)
      warn(
        `\`<${slash}${name}>\``,
        `\`<${slash}${element}>\``,
        offset,
        name.length + 1 + slash.length,
        'mail clients ignore the tag',
      )
    }
    if (kind === 'end') continue
    for (const { written, expected, at } of findAttributeNames(part))
      warn(
        `attribute \`${written}\` of \`<${name}>\``,
        `\`${expected}\``,
        offset + at,
        written.length,
        'mail clients ignore the attribute',
      )
  }
}

/**
 * The element that a name comes close to; `undefined` for one of HTML and for a name of its own. A template's markup is
 * read once for each combination of its conditions, so that the same names come hundreds of times.
 */
export const findMeantElement = memoizeText((name): string | undefined => {
  if (htmlElements.has(name) || clientElements.has(name) || name.length < 3) return undefined
  return findMeant(name, htmlElements)
})

function findMeant(name: string, known: ReadonlySet<string>): string | undefined {
  const near = [...known].find((each) => hasSameLetters(each, name)) ?? nearest(name, known)
  return near !== undefined && isMisspelt(name, near) ? near : undefined
}

interface WrongAttribute {
  written: string
  expected: string
  /** Its offset in the tag. */
  at: number
}

function findAttributeNames({ name: element, text }: HtmlPart): WrongAttribute[] {
  if (!htmlElements.has(element)) return []
  return findAttributes(text).flatMap(({ name }): WrongAttribute[] => {
    if (attributes.has(name) || foreignAttribute.test(name) || /[^a-z-]/.test(name) || name.length < 3)
      return []
    const expected = findMeant(name, attributes)
    if (expected === undefined) return []
    const at = text.toLowerCase().search(new RegExp(`(?<=[\\s"'/])${name}(?=[\\s=/>])`))
    return [{ written: name, expected, at: Math.max(at, 0) }]
  })
}
