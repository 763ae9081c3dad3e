import type { Element } from 'hast'
import { find, html } from 'property-information'
import { attributeFeatures } from '../../mail-clients/element-features.ts'
import type { ClientReader, Lose } from './client-reader.ts'
import { reduceStyle } from './reduce-style.ts'

/** Nothing is seen of these, whether they are there or not. */
const unseen = /^(?:role|lang|loading|aria-.*)$/

/**
 * Takes from an element's attributes what a client lacks, in place.
 * @returns whether the element stays: a `<meta>` is nothing without its name
 */
export function removeAttributes(element: Element, reader: ClientReader, lose: Lose): boolean {
  const { tagName, properties } = element
  for (const [key, given] of Object.entries(properties)) {
    if (given === null || given === undefined || given === false) continue
    const value = String(given)
    if (key === 'style') {
      takeInline(element, value, reader, lose)
      continue
    }
    const name = find(html, key).attribute
    const lack = reader.toLack(attributeFeatures(tagName, name, value))
    if (!lack) continue
    lose({
      what: toWords(tagName, name, value),
      ...lack,
      weight: unseen.test(name) || tagName === 'meta' ? 0 : 1,
    })
    if (tagName === 'meta') return false
    // A link that leads nowhere looks like any other.
    if (name === 'href') properties[key] = '#-'
    else delete properties[key]
  }
  return true
}

function takeInline({ tagName, properties }: Element, style: string, reader: ClientReader, lose: Lose): void {
  const key = `${tagName} ${style}`
  const left = reader.styles.get(key) ?? reduceStyle(style, tagName, reader.toLack)
  reader.styles.set(key, left)
  if (left.css === '') delete properties.style
  else properties.style = left.css
  for (const loss of left.losses) lose(loss)
}

/** `<img srcset>`, whatever it says; of links, which kind. */
function toWords(tagName: string, name: string, value: string): string {
  if (tagName === 'meta') return `<meta name="${value}">`
  if (name !== 'href') return `<${tagName} ${name}>`
  return `<${tagName} href="${value.startsWith('#') ? '#' : 'mailto:'}…">`
}
