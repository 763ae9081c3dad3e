import type { Element } from 'hast'
import { find, html } from 'property-information'
import { attributeFeatures } from '../../mail-clients/element-features.ts'
import type { ClientReader, RecordLoss } from './client-reader.ts'
import { reduceStyle } from './reduce-style.ts'

/** Attributes that change nothing that is seen. */
const invisible = /^(?:role|lang|loading|aria-.*)$/

/**
 * Removes from an element's attributes what a client lacks, in place.
 * @returns false when the whole element is to be removed: a `<meta>` does nothing without its name
 */
export function removeAttributes(element: Element, reader: ClientReader, recordLoss: RecordLoss): boolean {
  const { tagName, properties } = element
  for (const [key, given] of Object.entries(properties)) {
    if (given === null || given === undefined || given === false) continue
    const value = String(given)
    if (key === 'style') {
      reduceStyleAttribute(element, value, reader, recordLoss)
      continue
    }
    const name = find(html, key).attribute
    const lack = reader.findLack(attributeFeatures(tagName, name, value))
    if (!lack) continue
    recordLoss({
      what: formatAttribute(tagName, name, value),
      ...lack,
      weight: invisible.test(name) || tagName === 'meta' ? 0 : 1,
    })
    if (tagName === 'meta') return false
    // A link without a working address looks like any other.
    if (name === 'href') properties[key] = '#-'
    else delete properties[key]
  }
  return true
}

function reduceStyleAttribute(
  { tagName, properties }: Element,
  style: string,
  reader: ClientReader,
  recordLoss: RecordLoss,
): void {
  const key = `${tagName} ${style}`
  const reduced = reader.reducedStyles.get(key) ?? reduceStyle(style, tagName, reader.findLack)
  reader.reducedStyles.set(key, reduced)
  if (reduced.css === '') delete properties.style
  else properties.style = reduced.css
  for (const loss of reduced.losses) recordLoss(loss)
}

/** `<img srcset>`, without the value; for links, with the kind of address. */
function formatAttribute(tagName: string, name: string, value: string): string {
  if (tagName === 'meta') return `<meta name="${value}">`
  if (name !== 'href') return `<${tagName} ${name}>`
  return `<${tagName} href="${value.startsWith('#') ? '#' : 'mailto:'}…">`
}
