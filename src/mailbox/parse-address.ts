import type { Address } from '../types.ts'

/** The local part and domain of RFC 5321 addresses as people have them; no quoted local parts, no address literals. */
const mailbox = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\]+$/u

/**
 * A name, a mailbox or both, from the forms that people write.
 * @param value `Ada`, `ada@example.com`, `Ada <ada@example.com>`, or an object with `name` and `email`
 * @returns nothing when it is none of these, or would break a header line (RFC 5322, section 2.2)
 */
export function parseAddress(value: unknown): Address | undefined {
  if (typeof value === 'string') return fromText(value)
  if (typeof value !== 'object' || value === null) return undefined
  const { name, email } = value as Record<string, unknown>
  if (name !== undefined && (typeof name !== 'string' || breaksLine(name))) return undefined
  if (email !== undefined && (typeof email !== 'string' || !mailbox.test(email))) return undefined
  if (!name && !email) return undefined
  return { ...(name && { name }), ...(email && { email }) }
}

function fromText(text: string): Address | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || breaksLine(trimmed)) return undefined
  if (mailbox.test(trimmed)) return { email: trimmed }
  const match = /^(.*?)\s*<([^<>]*)>$/.exec(trimmed)
  if (!match) return /[<>]/.test(trimmed) ? undefined : { name: trimmed }
  const name = (match[1] ?? '').replace(/^"(.*)"$/, '$1')
  const email = match[2] ?? ''
  if (!mailbox.test(email)) return undefined
  return { ...(name && { name }), email }
}

function breaksLine(text: string): boolean {
  return /[\r\n\0]/.test(text)
}
