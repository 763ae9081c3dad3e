import { addBallot, addOccurrence, type Ballots, type CountedPoll, createBallots } from './ballot.ts'
import { parseReplyHeader } from './parse-reply-header.ts'
import { measure, splitMbox } from './split-mbox.ts'

/** The option in the subject of a reply, as the poll's block writes it: `Loved it [2024-11-28-sora/feedback/1]`. */
const optionToken = /\[([^[\]/]+)\/([^[\]/]+)\/(\d+)\]/

/** In bytes: ten times what Postfix reads of a header (`header_size_limit`). */
const longestHeader = 1_000_000

/**
 * Parses the votes among the mails of an mbox: replies whose subject names one of the poll's options.
 * @param mbox the file in parts, since it may be larger than the memory
 * @returns `undefined` if it is not empty and has no mail
 */
export async function parseMboxBallots(
  mbox: AsyncIterable<Uint8Array>,
  poll: CountedPoll,
): Promise<Ballots | undefined> {
  const found = createBallots()
  const file = measure(mbox)
  for await (const { number, byte, header } of splitMbox(file.chunks, longestHeader)) {
    found.entries += 1
    if (header) addReply(found, header, number, poll)
    else addOccurrence(found.oversized, { mail: number, byte })
  }
  return found.entries > 0 || file.size === 0 ? found : undefined
}

function addReply(found: Ballots, header: Uint8Array, mail: number, poll: CountedPoll): void {
  const { subject, from, time, isAutomatic } = parseReplyHeader(header)
  const [, issue, id, index] = optionToken.exec(subject) ?? []
  if (issue !== poll.issue || id !== poll.id) return
  const option = poll.options[Number(index) - 1]
  if (option)
    addBallot(found, {
      source: 'mbox',
      option: option.id,
      voter: from,
      time,
      count: 1,
      isScanner: isAutomatic,
    })
  else addOccurrence(found.unknown, { option: index ?? '', line: mail })
}
