import type { Element, ElementContent, Root } from 'hast'
import { elementFeatures } from '../../mail-clients/element-features.ts'
import { type ClientReader, createClientReader, type RecordLoss } from './client-reader.ts'
import { countStyleDeclarations, reduceStyleElement } from './reduce-style-element.ts'
import { removeAttributes } from './remove-attributes.ts'
import { type Loss, type LossSummary, type Place, summarizeLosses } from './summarize-losses.ts'

/** Notes on clients that remove an element with its content; others remove its tags only. */
const removesContent = /all its content|entire content|along with any fallback content/

/** Elements whose content is not text of the email. */
const textless = new Set(['svg', 'style'])

/**
 * Removes from an email what a mail client does not support, in place: an approximation by the data of caniemail.com.
 * Features without support are removed. Of a feature with partial support only those uses are removed that a note in
 * `mail-clients/conditions.ts` excludes. Features that were not tested stay.
 * @param document the email; places are read from its `data-at`
 * @param client a platform of caniemail: `gmail.ios`
 */
export function removeUnsupported(document: Root, client: string): LossSummary[] {
  const losses: Loss[] = []
  const reader = createClientReader(client)
  document.children = document.children.flatMap((child): Root['children'] =>
    child.type === 'element' ? reduceElement(child, nowhere, reader, losses) : [child],
  )
  return summarizeLosses(losses)
}

/** Where an element was written, and what a shipped template has added to it: see `shippedAttribute`. */
interface Origin {
  place: Place | null
  shipped: string
}

const nowhere: Origin = { place: null, shipped: '' }

/**
 * @param around the origin of the nearest ancestor that has one
 * @returns what replaces the element: itself, its content, or nothing
 */
function reduceElement(
  element: Element,
  around: Origin,
  reader: ClientReader,
  losses: Loss[],
): ElementContent[] {
  const own = parsePlace(element.properties.dataAt)
  const origin = own ? { place: own, shipped: String(element.properties.dataShipped ?? '') } : around
  const { place, shipped } = origin
  const recordLoss: RecordLoss = (loss) => {
    const isByDesign = shipped === 'all' || (shipped === 'styles' && !loss.what.startsWith('<'))
    losses.push({ ...loss, place: isByDesign ? null : place })
  }
  const removed = findRemovedPart(element, reader, recordLoss)
  if (removed === 'all') return []
  element.children = element.children.flatMap((child) =>
    child.type === 'element' ? reduceElement(child, origin, reader, losses) : [child],
  )
  if (removed === 'tags') return unwrap(element)
  return removeAttributes(element, reader, recordLoss) ? [element] : []
}

/** Which part of an element the client removes. The content of a `<style>` is reduced at once. */
function findRemovedPart(
  element: Element,
  reader: ClientReader,
  recordLoss: RecordLoss,
): 'all' | 'tags' | 'nothing' {
  const { tagName, properties } = element
  const type = typeof properties.type === 'string' ? properties.type : undefined
  const lack = reader.findLack(elementFeatures(tagName, type))
  if (lack) {
    const weight = tagName === 'style' ? countStyleDeclarations(element) : 1
    recordLoss({ what: `<${tagName}>`, ...lack, weight })
    return textless.has(tagName) || lack.notes.some((note) => removesContent.test(note)) ? 'all' : 'tags'
  }
  return tagName === 'style' && reduceStyleElement(element, reader, recordLoss) ? 'all' : 'nothing'
}

/** The content of an element whose tags are removed, in a `<span>` with the element's place. */
function unwrap({ children, properties: { dataAt } }: Element): ElementContent[] {
  if (children.length === 0 || dataAt === undefined) return children
  return [{ type: 'element', tagName: 'span', properties: { dataAt }, children }]
}

/** `issues/x.md:12:1` */
function parsePlace(value: unknown): Place | undefined {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(String(value ?? '')) ?? []
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) }
}
