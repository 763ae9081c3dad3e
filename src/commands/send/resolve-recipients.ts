import { UsageError } from '../../files/usage-error.ts'
import type { Mailbox } from '../../mail/format-header.ts'
import { parseAddress } from '../../mailbox/parse-address.ts'

/** More would not be a test any more. */
const most = 10

/**
 * Whom a test goes to.
 * @param lists as typed: `ada@example.com, Bob <bob@example.com>`
 * @returns each once
 * @throws {UsageError} for what is no mailbox, and for more than ten
 */
export function resolveRecipients(lists: string[]): Mailbox[] {
  const parts = lists.flatMap((list) => list.split(',')).map((part) => part.trim())
  const mailboxes = parts.filter((part) => part !== '').map(toMailbox)
  const unique = new Map(mailboxes.map((mailbox) => [mailbox.email.toLowerCase(), mailbox]))
  if (unique.size === 0) throw new UsageError('Missing a recipient in `--to`, expected an email address')
  if (unique.size > most) {
    throw new UsageError(
      `Unexpected ${unique.size} recipients, expected ${most} at most: \`issue send\` is for tests. To send an issue to a list, hand it to your provider`,
    )
  }
  return [...unique.values()]
}

function toMailbox(text: string): Mailbox {
  const { name, email } = parseAddress(text) ?? {}
  if (email === undefined || !/^[\x21-\x7e]+@/.test(email)) {
    throw new UsageError(
      `Unexpected recipient \`${text}\`, expected an email address such as \`ada@example.com\``,
    )
  }
  return { ...(name && { name }), email }
}
