import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import {
  replaceColourScheme,
  replaceSchemeDeclarations,
  replaceSchemeQuery,
  replaceSchemeValue,
} from '../../css/media-queries.ts'
import { rewriteCss } from './rewrite-css.ts'

/**
 * Fixes the colour scheme of an email, whatever the browser's own scheme is, in place: media queries for a colour scheme
 * always or never match, and `color-scheme: light dark` becomes one of the two. An email that does not support dark mode
 * stays light, as it does in browsers.
 */
export function applyColourScheme(document: Root, dark: boolean): void {
  const scheme = dark ? 'dark' : 'light'
  rewriteCss(document, (css, where) =>
    where === 'sheet' ? replaceColourScheme(css, scheme) : replaceSchemeDeclarations(css, scheme),
  )
  visit(document, 'element', ({ tagName, properties }) => {
    const { media, name, content } = properties
    if (typeof media === 'string') properties.media = replaceSchemeQuery(media, scheme)
    if (tagName === 'meta' && /^color-scheme$/i.test(String(name)))
      properties.content = replaceSchemeValue(String(content ?? ''), scheme)
  })
}
