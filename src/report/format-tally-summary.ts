import type { VoteSource } from '../newsletter/read-votes.ts'
import type { Tally } from '../newsletter/tally-poll.ts'
import { isId } from '../polls/is-id.ts'
import type { PollResults } from '../polls/poll-results.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { formatNumber } from './format-counts.ts'
import { truncateEnd } from './truncate-end.ts'

/** How long the longest bar is. */
const barLength = 20

/** What an option's words have at least, however narrow the terminal is. */
const leastWords = 12

/**
 * What came of counting a poll's votes, for a person.
 * @param columns how wide the terminal is; words that do not fit are cut
 */
export function formatTallySummary({ results, sources, before = 0 }: Tally, columns = 80): string {
  const lines = [
    results.question,
    ...toBars(results, columns),
    formatNumber(results.votes, 'vote'),
    ...toLeftOut(results),
    ...sources.flatMap(toRemarks),
    before > results.votes
      ? `Before, there were ${formatNumber(before, 'vote')}: each count begins anew, so name all files that hold votes`
      : '',
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}

function toBars({ options, votes }: PollResults, columns: number): string[] {
  const digits = Math.max(...options.map((option) => String(option.votes).length))
  const room = Math.max(leastWords, columns - '  '.length - '   100%  '.length - barLength - digits)
  const texts = options.map(({ text }) => truncateEnd(text, room))
  const width = Math.max(...texts.map(displayWidth))
  return options.map((option, index) => {
    const text = texts[index] ?? ''
    const share = votes === 0 ? 0 : option.votes / votes
    const filled = Math.round(share * barLength)
    const bar = '#'.repeat(filled) + '.'.repeat(barLength - filled)
    const percent = `${Math.round(share * 100)}%`.padStart(4)
    const gap = ' '.repeat(width - displayWidth(text))
    return `  ${text}${gap}  ${bar} ${percent}  ${String(option.votes).padStart(digits)}`
  })
}

function toLeftOut({ leftOut }: PollResults): string[] {
  const reasons = [
    [leftOut.scanner, 'made by scanners and other programs'],
    [leftOut.burst, 'in bursts that no person makes'],
    [leftOut.replaced, 'replaced by a later vote of the same voter'],
  ] as const
  return reasons.filter(([count]) => count > 0).map(([count, why]) => `Left out: ${count} ${why}`)
}

/** Each once, and not more than a line holds. */
function toList(options: string[]): string {
  const names = [...new Set(options)]
  const shown = names.slice(0, 5).map((name) => `\`${truncateEnd(name, 40)}\``)
  return shown.join(', ') + (names.length > shown.length ? ', …' : '')
}

function toRemarks({ kind, name, entries, unparsed, opened, ballots, doubtful }: VoteSource): string[] {
  const what = kind === 'log' ? 'line' : kind === 'csv' ? 'row' : 'mail'
  const remarks: string[] = []
  if (entries === 0) return [`${name}: there is nothing in it`]
  if (ballots.length === 0) remarks.push(`${name}: no vote for this poll in ${formatNumber(entries, what)}`)
  if (opened > 0)
    remarks.push(`${name}: a page that asks to confirm was opened ${formatNumber(opened, 'time')}`)
  if (doubtful.length > 0)
    remarks.push(
      `${name}: ${formatNumber(doubtful.length, 'vote')} for what the poll has not: ${toList(doubtful)}. If an option was renamed since the email went out, give it its former id: \`- … {#${doubtful.find((name) => isId(name) && name.length <= 40) ?? 'id'}}\``,
    )
  const [first] = unparsed
  if (first !== undefined)
    remarks.push(
      `${name}: ${formatNumber(unparsed.length, what)} not understood, the first is ${what} ${first}`,
    )
  if (kind === 'csv' && ballots.some(({ time }) => time === undefined))
    remarks.push(`${name}: without times, bursts of a scanner cannot be told; take it as an estimate`)
  return remarks
}
