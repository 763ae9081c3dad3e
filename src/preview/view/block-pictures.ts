import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { addDefaultStyles, rewriteCss } from './rewrite-css.ts'

/** Attributes that load an image, and the elements on which they do; `null` means every element. */
const sources: [property: string, tagNames: RegExp | null][] = [
  ['src', /^(img|input|source)$/],
  ['srcSet', null],
  ['poster', null],
  ['background', null],
  ['href', /^image$/],
  ['xLinkHref', /^image$/],
]

/** A box of the image's size that shows its `alt`. */
const placeholder = ':where(img:not([src])){display:inline-block;outline:1px dotted;outline-offset:-1px}'

/** CSS whose addresses are not of images: web fonts and imports. */
const fontsAndImports = /(@font-face\s*\{[^}]*\}|@import[^;]*;)/i

/**
 * Removes all images, in place, as mail clients do that load none before the reader agrees: an image shows its `alt`.
 * Images within the message itself (`data:`) stay.
 */
export function blockPictures(document: Root): void {
  visit(document, 'element', ({ tagName, properties }) => {
    for (const [property, tagNames] of sources) {
      if (tagNames?.test(tagName) !== false && !/^\s*data:/i.test(String(properties[property] ?? '')))
        delete properties[property]
    }
  })
  rewriteCss(document, (css, where) => (where === 'sheet' ? blockInSheet(css) : blockUrls(css)))
  addDefaultStyles(document, placeholder)
}

function blockInSheet(css: string): string {
  const parts = css.split(fontsAndImports)
  return parts.map((part, index) => (index % 2 === 1 ? part : blockUrls(part))).join('')
}

/** An empty image cannot be shown, so that a list shows its bullets and a box its background colour. */
function blockUrls(css: string): string {
  return css.replace(/url\((?!\s*["']?\s*data:)\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/gi, 'url(data:,)')
}
