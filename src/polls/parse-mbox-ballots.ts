import {
  addBallot,
  addOccurrence,
  addUnclear,
  type Ballots,
  type CountedPoll,
  createBallots,
  type ReplyRules,
} from './ballot.ts'
import { extractOwnLines } from './extract-own-lines.ts'
import { type ByteRange, extractRanges } from './extract-ranges.ts'
import { extractReplyText } from './extract-reply-text.ts'
import { matchReply } from './match-reply.ts'
import { parseReplyHeader, type ReplyHeader } from './parse-reply-header.ts'
import { parseReplySubject } from './reply-subject.ts'
import { measure, splitMbox } from './split-mbox.ts'

/** The option in the subject of a reply, as the poll's block writes it: `Loved it [2024-11-28-sora/feedback/1]`. */
const optionToken = /\[([^[\]/]+)\/([^[\]/]+)\/(\d+)\]/

/** In bytes: ten times what Postfix reads of a header (`header_size_limit`). */
const longestHeader = 1_000_000

/** In bytes: what a reader writes is at the start, before attachments. */
const longestMail = 2_000_000

/** A reply whose text has to be read. */
interface Reply extends ByteRange, Pick<ReplyHeader, 'from' | 'time'> {
  mail: number
  /** Why its header does not name the issue for certain. */
  doubt: string | undefined
}

/**
 * Parses the votes among the mails of an mbox: those whose subject names one of the poll's options, and replies to the
 * issue whose text does. The text of other mails is not read: it is private.
 * @param open opens the file, which is read in parts, since it may be larger than the memory; a second time for replies
 * @returns `undefined` if it is not empty and has no mail
 */
export async function parseMboxBallots(
  open: () => AsyncIterable<Uint8Array>,
  poll: CountedPoll,
): Promise<Ballots | undefined> {
  const found = createBallots()
  const file = measure(open())
  const replies: Reply[] = []
  let last: Reply | undefined
  for await (const { number, byte, header } of splitMbox(file.chunks, longestHeader)) {
    found.entries += 1
    const start = byte - 1
    if (last) last.end = Math.min(start, last.start + longestMail)
    last = undefined
    if (!header) {
      addOccurrence(found.oversized, { mail: number, byte })
      continue
    }
    const parsed = parseReplyHeader(header)
    if (addMarked(found, parsed, number, poll)) continue
    last = findReply(found, parsed, { mail: number, start }, poll.replies)
    if (last) replies.push(last)
  }
  if (last) last.end = Math.min(file.size, last.start + longestMail)
  if (poll.replies && replies.length > 0) await addReplies(found, open(), replies, poll, poll.replies)
  return found.entries > 0 || file.size === 0 ? found : undefined
}

/** Adds the vote of a mail whose subject has a mark; false if it has none. */
function addMarked(found: Ballots, header: ReplyHeader, mail: number, poll: CountedPoll): boolean {
  const { subject, from, time, isAutomatic } = header
  const [mark, issue, id, index] = optionToken.exec(subject) ?? []
  if (issue !== poll.issue || id !== poll.id) return mark !== undefined
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
  return true
}

/** Returns a mail that replies to the issue; others are counted. */
function findReply(
  found: Ballots,
  { subject, from, time, isAutomatic, isBulk, references = [] }: ReplyHeader,
  { mail, start }: { mail: number; start: number },
  rules: ReplyRules | undefined,
): Reply | undefined {
  if (!rules) return undefined
  const { subject: plain, isReply, isForward } = parseReplySubject(subject)
  const { idStart } = rules
  const isNamed = idStart !== undefined && references.some((id) => id.startsWith(idStart))
  const hasSubject =
    (isReply || references.length > 0) && rules.subjects.some((pattern) => pattern.test(plain))
  const isOwn = from !== undefined && rules.own.includes(from)
  if (isOwn || isForward || !(isNamed || hasSubject)) {
    found.unrelated += 1
    return undefined
  }
  if (isAutomatic || isBulk) {
    found.automatic += 1
    return undefined
  }
  const doubt =
    !isNamed && rules.isSubjectShared ? 'replies to a subject that several issues have' : undefined
  return { mail, start, end: start, from, time, doubt }
}

async function addReplies(
  found: Ballots,
  chunks: AsyncIterable<Uint8Array>,
  replies: Reply[],
  poll: CountedPoll,
  rules: ReplyRules,
): Promise<void> {
  let index = 0
  for await (const bytes of extractRanges(chunks, replies)) {
    const { mail, from, time, doubt } = replies[index] as Reply
    index += 1
    const lines = extractOwnLines(await extractReplyText(removeFromLine(bytes)))
    const vote = matchReply(lines, poll, rules)
    if ('other' in vote) continue
    if ('option' in vote && doubt === undefined)
      addBallot(found, { source: 'mbox', option: vote.option, voter: from, time, count: 1, isScanner: false })
    else {
      const reason = doubt ?? ('reason' in vote ? vote.reason : '')
      addUnclear(found, { mail, from, time, line: lines[0] ?? '', reason })
    }
  }
}

/** Removes the `From ` line, with a byte order mark before it. */
function removeFromLine(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('\n') + 1)
}
