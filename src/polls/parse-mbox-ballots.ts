import { Readable } from 'node:stream'
import { type ParsedMail, simpleParser } from 'mailparser'
import { mboxReader } from 'mbox-reader'
import { type Ballots, type CountedPoll, createBallots } from './ballot.ts'

/** The option in the subject of a reply, as the poll's block writes it: `Loved it [2024-11-28-sora/feedback/1]`. */
const optionToken = /\[([^[\]/]+)\/([^[\]/]+)\/(\d+)\]/

/**
 * Parses the votes among the mails of an mbox: replies whose subject names one of the poll's options.
 * @param bytes the mbox (RFC 4155)
 */
export async function parseMboxBallots(bytes: Uint8Array, poll: CountedPoll): Promise<Ballots> {
  const found = createBallots()
  for await (const { content } of mboxReader(Readable.from([Buffer.from(bytes)]))) {
    found.entries += 1
    const mail = await simpleParser(extractHeaders(content))
    const [, issue, id, index] = optionToken.exec((mail.subject ?? '').replace(/\s+/g, ' ')) ?? []
    if (issue !== poll.issue || id !== poll.id) continue
    const option = poll.options[Number(index) - 1]
    if (!option) {
      found.unknown.push({ option: index ?? '', line: found.entries })
      continue
    }
    found.ballots.push({
      source: 'mbox',
      option: option.id,
      voter: mail.from?.value[0]?.address?.toLowerCase(),
      time: mail.date?.getTime(),
      count: 1,
      isScanner: isAutomatic(mail),
    })
  }
  return found
}

/** The header of a mail: the vote is in its subject, and whatever else a reader wrote or attached is private. */
function extractHeaders(content: Buffer): Buffer {
  const end = content.indexOf('\n\n')
  return end === -1 ? content : content.subarray(0, end + 2)
}

/** True for automatic replies (RFC 3834) and bounces. */
function isAutomatic({ headers }: ParsedMail): boolean {
  const automatic = String(headers.get('auto-submitted') ?? 'no')
  return (
    !/^no\b/i.test(automatic) ||
    headers.has('x-autoreply') ||
    /auto_reply/i.test(String(headers.get('precedence')))
  )
}
