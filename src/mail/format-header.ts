import { domainToASCII } from 'node:url'
import { toUSVString } from 'node:util'
import { encodeWord, quoteString } from 'nodemailer/lib/mime-funcs'
import type { Address } from '../types.ts'

/** A person or a newsletter with a mailbox. */
export type Mailbox = Address & { email: string }

/** The length of an encoded word, so that it and the header's name fit on a line of 76 (RFC 2047, section 2). */
const maxWordLength = 52

/**
 * Formats a text for a header: ASCII stays as it is, anything else becomes encoded words of whole characters (RFC 2047).
 * A literal `=?` is encoded, too, since mail clients would take it for an encoded word, and so are words too long to fold.
 */
export function formatHeaderText(text: string): string {
  const line = toSingleLine(text)
  return /^[\x20-\x7e]*$/.test(line) && !/=\?|\S{60}/.test(line) ? line : encodeWords(line)
}

/** Formats a name for a header: quoted where RFC 5322 requires it, encoded if it is not ASCII. */
export function formatPhrase(name: string): string {
  const line = toSingleLine(name)
  if (/^[\w ]*$/.test(line)) return line
  return /^[\x20-\x7e]*$/.test(line) && !line.includes('=?') ? quoteString(line) : encodeWords(line)
}

/** Creates an address for nodemailer, which quotes or encodes the name, but would leave a literal `=?` as it is. */
export function formatHeaderAddress({ name = '', email }: Mailbox): { name: string; address: string } {
  return { name: toSingleLine(name).replaceAll('=?', '= ?'), address: encodeAddress(email) }
}

/** Encodes the host of an address as ASCII (Punycode), as servers require. */
export function encodeAddress(email: string): string {
  const at = email.lastIndexOf('@')
  return `${toSingleLine(email.slice(0, at))}@${extractDomain(email)}`
}

/** Extracts the host of an address, in ASCII. */
export function extractDomain(email: string): string {
  const host = toSingleLine(email.slice(email.lastIndexOf('@') + 1))
  return domainToASCII(host) || host
}

/** Replaces characters that would end a header, or that headers must not contain. */
function toSingleLine(text: string): string {
  return toUSVString(text)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
}

/** Mostly ASCII text stays readable in `Q`; other text is shorter in `B`. */
function encodeWords(line: string): string {
  const others = line.replaceAll(/[\x20-\x7e]+/g, '').length
  return encodeWord(line, others * 2 > line.length ? 'B' : 'Q', maxWordLength)
}
