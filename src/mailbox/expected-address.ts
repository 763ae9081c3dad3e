import { findMailboxes, parseAddress } from './parse-address.ts'

/**
 * Describes what is expected instead of an invalid sender, for a message.
 * @param value the sender, as written
 * @param usual what is expected when nothing better is known
 */
export function expectedAddress(value: unknown, usual: string): string {
  if (typeof value === 'string') return expectedText(value) ?? usual
  if (typeof value !== 'object' || value === null || !('name' in value)) return usual
  if (parseAddress({ name: value.name })) return 'an `email:` such as `ada@example.com`'
  const hasMailbox = typeof value.name === 'string' && findMailboxes(value.name).length > 0
  return hasMailbox ? 'a `name:` without an address' : 'a `name:` on one line'
}

/** With the mailboxes of the text itself: `Ada <ada@example.com>` for `Ada ada@example.com, Bob bob@example.com`. */
function expectedText(text: string): string | undefined {
  const [email, second] = findMailboxes(text)
  if (email === undefined) return undefined
  const before = text.slice(0, text.indexOf(email)).replace(/^mailto:/i, '')
  if (/[^\s<>("'[:,;]$/.test(before)) return undefined
  // The name of a group, which ends with a colon, is none of its first member.
  const name = /[^<>(),;:"[\]]*(?=[<(["\s]*$)/.exec(before)?.[0].trim() ?? ''
  const written = name === '' ? email : `${name} <${email}>`
  return second === undefined ? `\`${written}\`` : `one address, such as \`${written}\``
}
