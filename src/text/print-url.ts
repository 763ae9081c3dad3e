import type { Nodes } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { decodePath } from '../urls/decode-path.ts'
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

/**
 * True if a link's text is the mailbox or the telephone number that it leads to: `ada@example.com`, `+49 30 1234`. What a
 * `mailto:` fills in, such as a subject, does not count.
 */
export function isContactAsText(link: Nodes, url: string): boolean {
  const [, scheme = '', contact = ''] = /^(mailto|tel|sms):([^?;]+)/i.exec(url) ?? []
  const text = toPlain(link).trim()
  if (contact === '') return false
  if (scheme.toLowerCase() === 'mailto') return removeScheme(text) === removeScheme(decodePath(contact))
  const digits = text.replace(/\(0\)|[^\d+]/g, '')
  return /^[\d\s+()./\u00a0\u2010-\u2013-]+$/.test(text) && digits !== '' && isSameNumber(digits, contact)
}

/** Whether a number as it is written is that of a `tel:` address, or that one without the country: `030 1234`. */
function isSameNumber(written: string, contact: string): boolean {
  const called = decodePath(contact).replace(/[^\d+]/g, '')
  return called === written || (written.startsWith('0') && called.endsWith(written.replace(/^0+/, '')))
}

function removeScheme(address: string): string {
  const bare = address
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
  return encodeHost(`https://${bare}`)
}
