import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { addSheet } from './add-sheet.ts'

/** Attributes that load a picture, and on which elements; `null` stands for all. */
const sources: [property: string, tagNames: RegExp | null][] = [
  ['src', /^(img|input|source)$/],
  ['srcSet', null],
  ['poster', null],
  ['background', null],
  ['href', /^image$/],
  ['xLinkHref', /^image$/],
]

/** The place of a picture stays: a box of its size, which holds its words. */
const placeholder = ':where(img:not([src])){display:inline-block;outline:1px dotted;outline-offset:-1px}'

/** Web fonts and imports are no pictures. */
const others = /(@font-face\s*\{[^}]*\}|@import[^;]*;)/i

/**
 * Takes the pictures away, as clients do that load none before they are asked: an image shows its `alt` where it stood.
 * What is in the message itself (`data:`) is shown.
 */
export function blockPictures(document: Root): void {
  visit(document, 'element', (element) => {
    const { tagName, properties } = element
    for (const [property, tagNames] of sources) {
      if (tagNames?.test(tagName) !== false && !/^\s*data:/i.test(String(properties[property] ?? '')))
        delete properties[property]
    }
    if (typeof properties.style === 'string') properties.style = withoutPictures(properties.style)
    if (tagName === 'style') blockSheet(element)
  })
  addSheet(document, placeholder)
}

function blockSheet({ children }: Element): void {
  for (const child of children) {
    if (child.type !== 'text') continue
    const parts = child.value.split(others)
    const blocked = parts.map((part, index) => (index % 2 === 1 ? part : withoutPictures(part)))
    child.value = blocked.join('')
  }
}

/** An address of nothing is a picture that cannot be shown: a list falls back on its bullets, a ground on its colour. */
function withoutPictures(css: string): string {
  return css.replace(/url\((?!\s*["']?\s*data:)\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/gi, 'url(data:,)')
}
