import { UsageError } from '../../files/usage-error.ts'
import type { Mailbox } from '../../mail/format-header.ts'
import { expectedAddress } from '../../mailbox/expected-address.ts'
import { parseAddress } from '../../mailbox/parse-address.ts'

/** Test sends are for a few people; lists belong to the provider. */
const maxRecipients = 10

/**
 * Resolves the recipients of a test send.
 * @param lists as typed: `ada@example.com, Bob <bob@example.com>`
 * @returns each address once
 * @throws {UsageError} for anything that is not a mailbox, and for more than ten
 */
export function resolveRecipients(lists: string[]): Mailbox[] {
  const parts = lists.flatMap(splitList).map((part) => part.trim())
  const mailboxes = parts.filter((part) => part !== '').map(parseMailbox)
  const unique = new Map(mailboxes.map((mailbox) => [mailbox.email.toLowerCase(), mailbox]))
  if (unique.size === 0) throw new UsageError('Missing a recipient in `--to`, expected an email address')
  if (unique.size > maxRecipients) {
    throw new UsageError(
      `Unexpected ${unique.size} recipients, expected ${maxRecipients} at most: \`issue send\` is for tests. Send it to your list with your email service provider`,
    )
  }
  return [...unique.values()]
}

/** Splits a list at its commas, except those in a quoted name: `"Lovelace, Ada" <ada@example.com>`. */
function splitList(list: string): string[] {
  return list.match(/(?:"[^"]*"|[^,])+/g) ?? []
}

function parseMailbox(text: string): Mailbox {
  const { name, email } = parseAddress(text) ?? {}
  if (email === undefined || !/^[\x21-\x7e]+@/.test(email)) {
    throw new UsageError(
      `Unexpected recipient \`${text}\`, expected ${expectedAddress(text, 'an email address such as `ada@example.com`')}`,
    )
  }
  return { ...(name && { name }), email }
}
