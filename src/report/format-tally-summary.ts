import type { VoteSource } from '../newsletter/read-votes.ts'
import type { Tally } from '../newsletter/tally-poll.ts'
import type { UnclearReply } from '../polls/ballot.ts'
import { isId } from '../polls/is-id.ts'
import type { PollResults } from '../polls/poll-results.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { formatNumber } from './format-counts.ts'
import { truncateEnd } from './truncate.ts'

/** In columns. */
const barWidth = 20

/** The least width of an option's text, however narrow the terminal is. */
const minTextWidth = 12

/** The least width of a reply's first line: shorter, it would not show what the reader meant. */
const minLineWidth = 40

/**
 * Formats the result of a poll.
 * @param columns the terminal's width; option texts that do not fit are truncated
 */
export function formatTallySummary({ results, sources, before = 0 }: Tally, columns = 80): string {
  const lines = [
    results.question,
    ...formatBars(results, columns),
    formatNumber(results.votes, 'vote'),
    ...formatExcluded(results),
    ...sources.flatMap((source) => formatRemarks(source, columns)),
    before > results.votes
      ? `There ${before === 1 ? 'was' : 'were'} ${formatNumber(before, 'vote')} before: each tally starts from zero, so pass all files that contain votes`
      : '',
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}

function formatBars({ options, votes }: PollResults, columns: number): string[] {
  const digits = Math.max(...options.map((option) => String(option.votes).length))
  const room = Math.max(minTextWidth, columns - '  '.length - '   100%  '.length - barWidth - digits)
  const texts = options.map(({ text }) => truncateEnd(text, room))
  const width = Math.max(...texts.map(displayWidth))
  return options.map((option, index) => {
    const text = texts[index] ?? ''
    const share = votes === 0 ? 0 : option.votes / votes
    const filled = Math.round(share * barWidth)
    const bar = '#'.repeat(filled) + '.'.repeat(barWidth - filled)
    const percent = `${Math.round(share * 100)}%`.padStart(4)
    const gap = ' '.repeat(width - displayWidth(text))
    return `  ${text}${gap}  ${bar} ${percent}  ${String(option.votes).padStart(digits)}`
  })
}

function formatExcluded({ leftOut }: PollResults): string[] {
  const reasons = [
    [leftOut.scanner, 'made by scanners and other programs'],
    [leftOut.burst, 'in bursts too fast for a person'],
    [leftOut.replaced, 'replaced by a later vote of the same voter'],
  ] as const
  return reasons.filter(([count]) => count > 0).map(([count, why]) => `Not counted: ${count} ${why}`)
}

/** Lists five options at most. */
function formatNames(names: string[]): string {
  const shown = names.slice(0, 5).map((name) => `\`${truncateEnd(name, 40)}\``)
  return shown.join(', ') + (names.length > shown.length ? ', …' : '')
}

function formatRemarks(source: VoteSource, columns: number): string[] {
  const { kind, name, entries, unparsed, oversized, opened, ballots, doubtful } = source
  const what = kind === 'log' ? 'line' : kind === 'csv' ? 'row' : 'mail'
  const remarks: string[] = []
  if (entries === 0) return [`${name}: empty`]
  if (ballots.length === 0) remarks.push(`${name}: no vote for this poll in ${formatNumber(entries, what)}`)
  if (opened > 0) remarks.push(`${name}: a confirmation page was opened ${formatNumber(opened, 'time')}`)
  const doubtfulNames = [...doubtful.options]
  if (doubtful.count > 0)
    remarks.push(
      `${name}: ${formatNumber(doubtful.count, 'vote')} for options that the poll does not have: ${formatNames(doubtfulNames)}. If an option was renamed since the email went out, give it its old id: \`- … {#${doubtfulNames.find((name) => isId(name) && name.length <= 40) ?? 'id'}}\``,
    )
  if (unparsed.count > 0)
    remarks.push(
      `${name}: ${formatNumber(unparsed.count, what)} could not be parsed, the first is ${what} ${unparsed.first}`,
    )
  if (oversized.first)
    remarks.push(
      `${name}: ${formatNumber(oversized.count, 'mail')} skipped, whose header is longer than 1 MB; the first is mail ${oversized.first.mail}, at byte ${oversized.first.byte}`,
    )
  remarks.push(...formatReplies(source, columns))
  if (kind === 'csv' && ballots.some(({ time }) => time === undefined))
    remarks.push(`${name}: without times, bursts of a scanner cannot be detected; the result is an estimate`)
  return remarks
}

/** What was not counted of an mbox, so that nothing is left out unseen: a reader who wrote a sentence has voted, too. */
function formatReplies({ name, unclear, automatic, unrelated }: VoteSource, columns: number): string[] {
  const remarks: string[] = []
  if (unrelated > 0)
    remarks.push(
      `${name}: ${formatNumber(unrelated, 'mail')} that ${unrelated === 1 ? 'replies' : 'reply'} to something else, or not at all`,
    )
  if (automatic > 0) remarks.push(`${name}: ${automatic} automatic ${automatic === 1 ? 'reply' : 'replies'}`)
  if (unclear.count === 0) return remarks
  const replies = unclear.count === 1 ? 'reply' : 'replies'
  remarks.push(`${name}: ${unclear.count} ${replies} without a vote that could be recognized:`)
  for (const reply of unclear.replies) remarks.push(formatUnclear(reply, columns))
  const rest = unclear.count - unclear.replies.length
  if (rest > 0) remarks.push(`  … and ${rest} more`)
  return remarks
}

function formatUnclear({ mail, from, time, line, reason }: UnclearReply, columns: number): string {
  const date = time === undefined ? 'no date' : new Date(time).toISOString().slice(0, 10)
  const start = `  mail ${mail}, ${maskSender(from)}, ${date}, ${reason}`
  const words = line.replace(/\p{C}/gu, '·')
  if (words === '') return start
  return `${start}: ${truncateEnd(words, Math.max(minLineWidth, columns - displayWidth(start) - 2))}`
}

/** Enough to find the mail, and not the address: summaries are pasted into chats and logs. */
function maskSender(from: string | undefined): string {
  if (from === undefined) return 'no sender'
  const shown = from.replace(/\p{C}/gu, '·')
  const at = shown.lastIndexOf('@')
  const [first = ''] = shown
  return at < 1 ? `${first}…` : `${first}…${shown.slice(at)}`
}
