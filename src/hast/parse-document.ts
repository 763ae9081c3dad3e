import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { fromParse5 } from 'hast-util-from-parse5'
import { parse } from 'parse5'
import { listElements } from './find-element.ts'

/** The HTML of each document. */
const sources = new WeakMap<Root, string>()

/**
 * Parses a page of HTML. Its nodes have no positions: parse5 takes a third longer to compute these, and only an email that
 * is too large needs some (`resolveStartOffsets`).
 */
export function parseDocument(html: string): Root {
  const document = fromParse5(parse(html, { scriptingEnabled: false })) as Root
  sources.set(document, html)
  return document
}

/**
 * Resolves where the start tags of a document are in its HTML, which is parsed again.
 * @param document what `parseDocument` has returned, unchanged
 * @returns the offset of each element, in UTF-16 code units; an element that the parser has added has none
 */
export function resolveStartOffsets(document: Root): Map<Element, number> {
  const placed = listElements(fromHtml(sources.get(document) ?? ''))
  const offsets = new Map<Element, number>()
  for (const [index, element] of listElements(document).entries()) {
    const offset = placed[index]?.position?.start.offset
    if (offset !== undefined) offsets.set(element, offset)
  }
  return offsets
}
