import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'
import { serialize } from '../../html/serialize.ts'
import { applyColourScheme } from './apply-colour-scheme.ts'
import { blockPictures } from './block-pictures.ts'
import { resolveDarkMode } from './dark-mode.ts'
import { darkenColours } from './darken-colours.ts'
import { parseWordHtml } from './parse-word-html.ts'
import { removeUnsupported } from './remove-unsupported.ts'
import { applyWordProperties, renderAsWord } from './render-as-word.ts'
import type { LossSummary } from './summarize-losses.ts'

export interface ViewOptions {
  /** The reader uses dark mode. */
  dark: boolean
  /** Images are loaded. */
  images: boolean
  /** `<style>` is supported. Gmail ignores it with accounts of other providers. Not counted among the losses. */
  styles: boolean
  /** The mail client, as a platform of caniemail (`gmail.ios`); `null` shows the email as it is. */
  client: string | null
}

export interface View {
  /** A whole document for a browser, with its `data-at` attributes. */
  html: string
  /** What the client does not support, the greatest loss first; empty without a client. */
  losses: LossSummary[]
}

/** The client that renders with Word: Outlook for Windows since 2007, except the new Outlook. */
const wordClient = 'outlook.windows'

/**
 * Renders an email as a reader sees it. For a mail client this is an approximation: what the client does not support,
 * according to caniemail.com, is removed (`mail-clients/caniemail.json` says how old the data is). What a client adds or
 * changes is mostly not shown: its own fonts and margins. The colours that it changes in dark mode are, where they are
 * known (`dark-mode.ts`).
 * @param located the finished HTML with the places of its elements, from `locateElements`
 */
export function renderView(located: string, { dark, images, styles, client }: ViewOptions): View {
  const isWord = client === wordClient
  const document = fromHtml(isWord ? parseWordHtml(located) : located)
  if (!styles) removeStyleSheets(document)
  if (isWord) applyWordProperties(document)
  const losses = client === null ? [] : removeUnsupported(document, client)
  if (isWord) renderAsWord(document)
  const mode = client === null ? 'own' : resolveDarkMode(client)
  if (dark) darkenColours(document, mode)
  if (!images) blockPictures(document)
  applyColourScheme(document, dark && mode !== 'unchanged')
  return { html: serializeDocument(document, located), losses }
}

/** Removes every style sheet, in place; `style` attributes stay. */
function removeStyleSheets(document: Root): void {
  visit(document, 'element', ({ tagName, properties }, index, parent) => {
    const isSheet = tagName === 'style' || (tagName === 'link' && /stylesheet/i.test(String(properties.rel)))
    if (!isSheet || !parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

/** Writes the document with its original doctype, on which a browser's layout depends; the tree has lost its details. */
function serializeDocument(document: Root, located: string): string {
  const [doctype] = /<!doctype[^>]*>/i.exec(located) ?? []
  // A parser ignores a line break behind these start tags, so that another is needed before text that begins with one.
  visit(document, 'element', ({ tagName, children: [first] }) => {
    if (/^(?:pre|textarea|listing)$/.test(tagName) && first?.type === 'text' && first.value.startsWith('\n'))
      first.value = `\n${first.value}`
  })
  const html = serialize(document)
  return doctype === undefined ? html : html.replace(/^<!doctype[^>]*>/i, () => doctype)
}
