import { domainToASCII } from 'node:url'
import { toUSVString } from 'node:util'
import { encodeWord, quoteString } from 'nodemailer/lib/mime-funcs'
import type { Address } from '../types.ts'

/** A person or a newsletter with a mailbox. */
export type Mailbox = Address & { email: string }

/** How long an encoded word may be, so that it and the header's name fit a line of 76 (RFC 2047, section 2). */
const longest = 52

/**
 * A text as a header has it: ASCII as it is, anything else in encoded words of whole characters (RFC 2047). A literal
 * `=?` is encoded, too, since readers would take it for the beginning of such a word, and so is what cannot be folded.
 */
export function formatHeaderText(text: string): string {
  const line = toLine(text)
  return /^[\x20-\x7e]*$/.test(line) && !/=\?|\S{60}/.test(line) ? line : toEncodedWords(line)
}

/** A name as a header has it: in quotation marks where RFC 5322 wants them, encoded where it is not ASCII. */
export function formatPhrase(name: string): string {
  const line = toLine(name)
  if (/^[\w ]*$/.test(line)) return line
  return /^[\x20-\x7e]*$/.test(line) && !line.includes('=?') ? quoteString(line) : toEncodedWords(line)
}

/** A mailbox for nodemailer, which quotes or encodes the name; a literal `=?` in it would be taken for an encoded word. */
export function formatHeaderAddress({ name = '', email }: Mailbox): { name: string; address: string } {
  return { name: toLine(name).replaceAll('=?', '= ?'), address: encodeAddress(email) }
}

/** A mailbox's address with its host in ASCII (Punycode), as servers want it. */
export function encodeAddress(email: string): string {
  const at = email.lastIndexOf('@')
  return `${toLine(email.slice(0, at))}@${domainOf(email)}`
}

/** The host of a mailbox's address, in ASCII. */
export function domainOf(email: string): string {
  const host = toLine(email.slice(email.lastIndexOf('@') + 1))
  return domainToASCII(host) || host
}

/** A header ends with its line: nothing that ends a line, or that no header may hold, gets into one. */
function toLine(text: string): string {
  return toUSVString(text)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}

/** Letters that are mostly ASCII stay readable in `Q`; others are shorter in `B`. */
function toEncodedWords(line: string): string {
  const others = line.replaceAll(/[\x20-\x7e]+/g, '').length
  return encodeWord(line, others * 2 > line.length ? 'B' : 'Q', longest)
}
