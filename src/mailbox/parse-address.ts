import type { Address } from '../types.ts'

/** An address of RFC 5321, without quoted local parts and address literals, which nobody uses. */
const mailbox = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/u

/**
 * Parses a name, a mailbox or both.
 * @param value `Ada`, `ada@example.com`, `Ada <ada@example.com>`, or an object with `name`, `email` or both
 * @returns `undefined` if it has another form, or contains a line break, which would end a header (RFC 5322, section 2.2)
 */
export function parseAddress(value: unknown): Address | undefined {
  if (typeof value === 'string') return parseText(value)
  if (typeof value !== 'object' || value === null) return undefined
  const { name, email } = value as Record<string, unknown>
  if (name !== undefined && (typeof name !== 'string' || hasLineBreak(name))) return undefined
  if (email !== undefined && (typeof email !== 'string' || !mailbox.test(email))) return undefined
  if (!name && !email) return undefined
  return { ...(name && { name }), ...(email && { email }) }
}

function parseText(text: string): Address | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || hasLineBreak(trimmed)) return undefined
  if (mailbox.test(trimmed)) return { email: trimmed }
  const match = /^(.*?)\s*<([^<>]*)>$/.exec(trimmed)
  if (!match) return /[<>]/.test(trimmed) ? undefined : { name: trimmed }
  const name = (match[1] ?? '').replace(/^"(.*)"$/, '$1')
  const email = match[2] ?? ''
  if (!mailbox.test(email)) return undefined
  return { ...(name && { name }), email }
}

function hasLineBreak(text: string): boolean {
  return /[\r\n\0]/.test(text)
}
