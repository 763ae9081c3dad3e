import type { Nodes } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { encodeHost } from '../urls/encode-host.ts'
import type { Place } from './state.ts'

/** What mail clients would take for the end of a URL, or past its end. */
const NEEDS_BRACKETS = /[(),\s]|[.,;:!?'"*_~[\]{}|\\^`]$/

/**
 * Prints a URL as it was written, in `<…>` where a reader's mail client would find another end (RFC 3986 appendix C).
 * @param url an address
 * @param place the characters beside it on the line, or `''`; an author's own `<…>` is not doubled
 */
export function printUrl(url: string, { before, after }: Place = { before: '', after: '' }): string {
  if (before === '<' && after === '>') return url
  const touched = after !== '' && !/\s/u.test(after)
  return touched || NEEDS_BRACKETS.test(url) ? `<${url}>` : url
}

/** True for an address that means nothing on paper: none at all, a place in this text, or a program. */
export function isSilent(url: string): boolean {
  return url === '' || url.startsWith('#') || /^(?:javascript|vbscript|data):/i.test(url)
}

/** True where a link's words are its address: `https://example.com/`, `example.com`, `ada@example.com`. */
export function saysItsUrl(link: Nodes, url: string): boolean {
  return toBare(toPlain(link)) === toBare(url)
}

function toBare(address: string): string {
  const bare = address
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
  return encodeHost(`https://${bare}`)
}
