import type { CountedPoll, ReplyRules } from './ballot.ts'
import { isAnsweredByMail } from './is-answered-by-mail.ts'
import { type MatchedOption, matchOptionWords } from './match-option-words.ts'
import { parseLeadingNumbers } from './parse-leading-numbers.ts'

/** What a reply says to one poll: an option's id, nothing because it is about another poll, or why it is unclear. */
export type ReplyVote = { option: string } | { other: true } | { reason: string }

/**
 * Finds the option that a reply names: by its number at the start of a line, or by its words, whole or as an unambiguous
 * beginning. Below the first line, a line counts only if it has nothing else.
 * @param lines those that the sender wrote (`extractOwnLines`)
 * @param poll the poll whose votes are counted
 */
export function matchReply(lines: readonly string[], poll: CountedPoll, { polls }: ReplyRules): ReplyVote {
  const votes = lines.map((line, index) => matchLine(line, index === 0, poll, polls))
  const options = new Set(votes.flatMap((vote) => ('option' in vote ? [vote.option] : [])))
  const [option] = options
  if (options.size > 1) return { reason: 'names several options' }
  const unclear = votes.find((vote) => 'reason' in vote && vote.reason !== notFound)
  if (unclear) return unclear
  if (option !== undefined) return { option }
  if (votes.some((vote) => 'other' in vote)) return { other: true }
  return { reason: lines.length === 0 ? 'has no text' : notFound }
}

const notFound = 'names no option'

function matchLine(line: string, isFirst: boolean, poll: CountedPoll, polls: ReplyRules['polls']): ReplyVote {
  const byWords = matchOptionWords(line, isFirst, polls)
  const numbers = parseLeadingNumbers(line, isFirst)
  if (byWords.length > 0 && !/\p{L}/u.test(line) && numbers.length > 0)
    return matchNumberedWords(matchNumbers(numbers, poll, polls), byWords, poll)
  if (byWords.length === 1) return byWords[0]?.poll === poll.id ? byWords[0] : { other: true }
  if (byWords.length > 1) {
    const isConcerned = byWords.some(({ poll: id }) => id === poll.id)
    return isConcerned ? { reason: 'fits several options' } : { other: true }
  }
  return numbers.length === 0 ? { reason: notFound } : matchNumbers(numbers, poll, polls)
}

/** `5` may be the fifth option, and the first, whose words are “5 stars”. */
function matchNumberedWords(byNumber: ReplyVote, byWords: MatchedOption[], poll: CountedPoll): ReplyVote {
  const own = byWords.filter(({ poll: id }) => id === poll.id)
  if (own.length === 0) return byNumber
  const [{ option } = { option: '' }] = own
  const isSame = own.length === 1 && 'option' in byNumber && byNumber.option === option
  return isSame ? byNumber : { reason: 'fits several options' }
}

/** Polls that are answered by mail share one numbering; the numbers of others begin at 1, so only a single one has any. */
function matchNumbers(numbers: number[], poll: CountedPoll, polls: ReplyRules['polls']): ReplyVote {
  const byMail = polls.filter(({ options }) => isAnsweredByMail(options))
  const numbered = byMail.length > 0 ? byMail : polls
  if (byMail.length === 0 && polls.length > 1) return { reason: 'has a number that several polls have' }
  const all = numbered.flatMap(({ id, options }) =>
    options.map((option) => ({ poll: id, option: option.id })),
  )
  const found = numbers.map((number) => all[number - 1])
  if (found.includes(undefined)) return { reason: 'has a number that no option has' }
  const own = new Set(found.flatMap((each) => (each?.poll === poll.id ? [each.option] : [])))
  const [option] = own
  if (own.size > 1) return { reason: 'names several options' }
  return option === undefined ? { other: true } : { option }
}
