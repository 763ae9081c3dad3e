import type { Element, ElementContent, Root } from 'hast'
import { elementFeatures } from '../../mail-clients/element-features.ts'
import { type ClientReader, createClientReader, type Lose } from './client-reader.ts'
import { countRules, reduceStyleElement } from './reduce-style-element.ts'
import { removeAttributes } from './remove-attributes.ts'
import { type Loss, type LossSummary, type Place, summarizeLosses } from './summarize-losses.ts'

/** Told in a note where an element goes with all that is in it; elsewhere its tags go and its words stay. */
const takesContent = /all its content|entire content|along with any fallback content/

/** What is in these is no text of the email. */
const wordless = new Set(['svg', 'style'])

/**
 * Takes from an email what a mail client does not support, in place: an approximation by the data of caniemail.com.
 * Only what the data call unsupported goes, and of what they call supported in part what a note excludes that
 * `mail-clients/conditions.ts` reads. What nobody has tested stays.
 * @param document the email; places are read from its `data-at`
 * @param client a platform of caniemail: `gmail.ios`
 */
export function removeUnsupported(document: Root, client: string): LossSummary[] {
  const losses: Loss[] = []
  const reader = createClientReader(client)
  document.children = document.children.flatMap((child): Root['children'] =>
    child.type === 'element' ? takeElement(child, null, reader, losses) : [child],
  )
  return summarizeLosses(losses)
}

/** What is left of an element: itself, what is in it, or nothing. */
function takeElement(
  element: Element,
  around: Place | null,
  reader: ClientReader,
  losses: Loss[],
): ElementContent[] {
  const place = toPlace(element.properties.dataAt) ?? around
  const lose: Lose = (loss) => void losses.push({ ...loss, place })
  const going = takeTag(element, reader, lose)
  if (going === 'all') return []
  element.children = element.children.flatMap((child) =>
    child.type === 'element' ? takeElement(child, place, reader, losses) : [child],
  )
  if (going === 'tags') return toBare(element)
  return removeAttributes(element, reader, lose) ? [element] : []
}

/** How much of an element goes. */
function takeTag(element: Element, reader: ClientReader, lose: Lose): 'all' | 'tags' | 'nothing' {
  const { tagName, properties } = element
  const type = typeof properties.type === 'string' ? properties.type : undefined
  const lack = reader.toLack(elementFeatures(tagName, type))
  if (lack) {
    lose({ what: `<${tagName}>`, ...lack, weight: tagName === 'style' ? countRules(element) : 1 })
    return wordless.has(tagName) || lack.notes.some((note) => takesContent.test(note)) ? 'all' : 'tags'
  }
  return tagName === 'style' && reduceStyleElement(element, reader, lose) ? 'all' : 'nothing'
}

/** What is in an element whose tags go. Where it was written stays known, by a box that shows nothing of itself. */
function toBare({ children, properties: { dataAt } }: Element): ElementContent[] {
  if (children.length === 0 || dataAt === undefined) return children
  return [{ type: 'element', tagName: 'span', properties: { dataAt }, children }]
}

/** `issues/x.md:12:1` */
function toPlace(value: unknown): Place | undefined {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(String(value ?? '')) ?? []
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) }
}
