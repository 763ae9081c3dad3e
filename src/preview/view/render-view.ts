import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { serialize } from '../../html/serialize.ts'
import { applyColourScheme } from './apply-colour-scheme.ts'
import { applyWordProperties } from './apply-word-properties.ts'
import { blockPictures } from './block-pictures.ts'
import { parseWordHtml } from './parse-word-html.ts'
import { recolourAsOutlook } from './recolour-as-outlook.ts'
import { removeStyles } from './remove-styles.ts'
import { removeUnsupported } from './remove-unsupported.ts'
import { renderAsWord } from './render-as-word.ts'
import type { LossSummary } from './summarize-losses.ts'

export interface ViewOptions {
  /** Seen in dark mode. */
  dark: boolean
  /** Pictures load. */
  images: boolean
  /** `<style>` is kept; Gmail drops it with accounts of other providers. What is dropped so is not told as taken. */
  styles: boolean
  /** A platform of caniemail (`gmail.ios`), through which the email is seen; none for as it is. */
  client: string | null
}

export interface View {
  /** A whole document, to be shown in a browser. Its `data-at` are still there. */
  html: string
  /** What the client takes, what takes most first; nothing without a client. */
  taken: LossSummary[]
}

/** The client that draws with Word: Outlook for Windows from 2007 on, but not the new one. */
const wordClient = 'outlook.windows'

/**
 * An email as a reader sees it, as far as can be told. Through a mail client it is an approximation: what the client
 * does not support is taken away by the data of caniemail.com (`mail-clients/caniemail.json` names their date). What a client
 * does of its own accord is mostly not shown: its fonts and margins, or how Gmail recolours an email in the dark.
 * @param located the finished HTML with its places: see `locateElements`
 */
export function renderView(located: string, { dark, images, styles, client }: ViewOptions): View {
  const isWord = client === wordClient
  const document = fromHtml(isWord ? parseWordHtml(located) : located)
  if (!styles) removeStyles(document)
  if (isWord) applyWordProperties(document)
  const taken = client === null ? [] : removeUnsupported(document, client)
  if (isWord) renderAsWord(document)
  if (dark && client !== null) recolourAsOutlook(document, client)
  if (!images) blockPictures(document)
  applyColourScheme(document, dark)
  return { html: toDocument(document, located), taken }
}

/** The doctype is kept to the letter, since browsers lay out by it; a tree knows only that there is one. */
function toDocument(document: Root, located: string): string {
  const [doctype] = /<!doctype[^>]*>/i.exec(located) ?? []
  // The first line's end in these belongs to the tag, and is not in the tree.
  visit(document, 'element', ({ tagName, children: [first] }) => {
    if (/^(?:pre|textarea|listing)$/.test(tagName) && first?.type === 'text' && first.value.startsWith('\n'))
      first.value = `\n${first.value}`
  })
  const html = serialize(document)
  return doctype === undefined ? html : html.replace(/^<!doctype[^>]*>/i, () => doctype)
}
