import type { Nodes } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { encodeHost } from '../urls/encode-host.ts'
import { type Neighbours, NO_NEIGHBOURS } from './state.ts'

/** Characters at which mail clients end a URL, or which they do not count to it at its end. */
const NEEDS_BRACKETS = /[(),\s]|[.,;:!?'"*_~[\]{}|\\^`]$/

/**
 * Prints a URL unchanged, in `<…>` where mail clients would detect its end wrongly (RFC 3986, appendix C).
 * @param url an address
 * @param neighbours the characters beside it on the line, or `''`; an author's own `<…>` is not doubled
 */
export function printUrl(url: string, { before, after }: Neighbours = NO_NEIGHBOURS): string {
  if (before === '<' && after === '>') return url
  const touched = after !== '' && !/\s/u.test(after)
  return touched || NEEDS_BRACKETS.test(url) ? `<${url}>` : url
}

/** True for a URL that is of no use in print: an empty one, a fragment of this text, a script or data. */
export function isScreenOnly(url: string): boolean {
  return url === '' || url.startsWith('#') || /^(?:javascript|vbscript|data):/i.test(url)
}

/** True if a link's text is its URL: `https://example.com/`, `example.com`, `ada@example.com`. */
export function hasUrlAsText(link: Nodes, url: string): boolean {
  return removeScheme(toPlain(link)) === removeScheme(url)
}

function removeScheme(address: string): string {
  const bare = address
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
  return encodeHost(`https://${bare}`)
}
