import type { Ballot, CountedPoll } from './ballot.ts'
import { findBursts } from './find-bursts.ts'
import { groupBy } from './group-by.ts'
import type { PollResults } from './poll-results.ts'
import { voterKey } from './voter-key.ts'

/**
 * Counts a poll's votes. What programs made is left out, and so are bursts; of several votes of one voter, the last one
 * counts. Without an id, whoever has the same network address and the same browser is one voter.
 * @param ballots from all sources; in whatever order they are given, the same comes out
 */
export function countBallots(poll: CountedPoll, ballots: Ballot[]): PollResults {
  const ordered = toOrdered(ballots)
  const people = ordered.filter((ballot) => !ballot.isScanner)
  const bursts = findBursts(people)
  const single = people.filter((ballot) => !bursts.has(ballot))
  const counted = toLast(single)
  const sum = (list: Ballot[]) => list.reduce((all, ballot) => all + ballot.count, 0)
  const from = (source: Ballot['source']) => sum(counted.filter((ballot) => ballot.source === source))
  return {
    version: 1,
    issue: poll.issue,
    poll: poll.id,
    question: poll.question,
    options: poll.options.map(({ id, text }) => ({
      id,
      text,
      votes: sum(counted.filter(({ option }) => option === id)),
    })),
    votes: sum(counted),
    sources: { log: from('log'), csv: from('csv'), mbox: from('mbox') },
    leftOut: {
      scanner: sum(ordered) - sum(people),
      burst: sum(people) - sum(single),
      replaced: sum(single) - sum(counted),
    },
  }
}

/** By time, and where that is the same or not known, by what they say: never by the order of the files. */
function toOrdered(ballots: Ballot[]): Ballot[] {
  const named = ballots.map((ballot) => ({ ballot, time: ballot.time ?? 0, text: toText(ballot) }))
  named.sort((a, b) => a.time - b.time || (a.text < b.text ? -1 : Number(a.text > b.text)))
  return named.map(({ ballot }) => ballot)
}

function toText({ source, voter, address, agent, option }: Ballot): string {
  return JSON.stringify([source, voter, address, agent, option])
}

function toLast(ballots: Ballot[]): Ballot[] {
  const nameless = ballots.filter((ballot) => voterKey(ballot) === undefined)
  const last = groupBy(ballots, voterKey).flatMap((group) => group.slice(-1))
  // Two clicks on one link are one vote, however often a report says that they came.
  return [...nameless, ...last.map((ballot) => ({ ...ballot, count: Math.min(ballot.count, 1) }))]
}
