import type { Address } from '../types.ts'

// The parts of an address of RFC 5321, without quoted local parts and address literals, which nobody uses. A label of an
// internationalized host has letters of any script.
const local = /[^\s@<>"(),:;[\]\\.]+(?:\.[^\s@<>"(),:;[\]\\.]+)*/u.source
const host = /(?:[^\s\p{P}\p{S}]|[-_])+(?:\.(?:[^\s\p{P}\p{S}]|[-_])+)+/u.source
const mailbox = new RegExp(`^${local}@${host}$`, 'u')
/** A mailbox within a text, such as a name. */
const mailboxes = new RegExp(`${local}@${host}`, 'gu')

/**
 * Parses a name, a mailbox or both.
 * @param value `Ada`, `ada@example.com`, `Ada <ada@example.com>`, or an object with `name`, `email` or both
 * @returns `undefined` if it has another form, contains several mailboxes or one in the name, or contains a line break,
 *   which would end a header (RFC 5322, section 2.2)
 */
export function parseAddress(value: unknown): Address | undefined {
  if (typeof value === 'string') return parseText(value)
  if (typeof value !== 'object' || value === null) return undefined
  const { name, email } = value as Record<string, unknown>
  if (name !== undefined && (typeof name !== 'string' || !isName(name))) return undefined
  if (email !== undefined && (typeof email !== 'string' || !mailbox.test(email))) return undefined
  if (!name && !email) return undefined
  return { ...(name && { name }), ...(email && { email }) }
}

/** Finds the mailboxes in a text, without the names and signs around them. */
export function findMailboxes(text: string): string[] {
  return text.match(mailboxes) ?? []
}

function parseText(text: string): Address | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || /[\r\n\0]/.test(trimmed)) return undefined
  if (mailbox.test(trimmed)) return { email: trimmed }
  const match = /^([^<>]*?)\s*<([^<>]*)>$/.exec(trimmed)
  if (!match) return isName(trimmed) && !/[<>]/.test(trimmed) ? { name: trimmed } : undefined
  const name = (match[1] ?? '').replace(/^"(.*)"$/, '$1')
  const email = match[2] ?? ''
  if (!mailbox.test(email) || !isName(name)) return undefined
  return { ...(name && { name }), email }
}

/** True for a text on one line without a mailbox in it. `Ada @ Example` and `@ada` are names. */
function isName(text: string): boolean {
  return !/[\r\n\0]/.test(text) && findMailboxes(text).length === 0 && !/^[^\s@]+@[^\s@]+$/.test(text)
}
