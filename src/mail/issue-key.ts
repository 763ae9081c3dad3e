import { createHash } from 'node:crypto'

/**
 * Creates what the Message-IDs of all emails of an issue begin with, by which a reply names the issue
 * (RFC 5322, section 3.6.4): 12 hexadecimal digits, since a slug may have characters that a Message-ID may not.
 * @param domain the sender's, in ASCII
 */
export function createIssueKey(slug: string, domain: string): string {
  return createHash('sha256').update(`${slug}@${domain}`).digest('hex').slice(0, 12)
}
