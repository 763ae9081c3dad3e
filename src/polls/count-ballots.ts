import type { Ballot, CountedPoll } from './ballot.ts'
import { findBursts } from './find-bursts.ts'
import { groupBy } from './group-by.ts'
import type { PollResults } from './poll-results.ts'
import { voterKey } from './voter-key.ts'

/**
 * Counts a poll's votes. Votes of programs and bursts are skipped; of several votes of one voter, the last one counts.
 * Without an id, votes from the same IP address and browser count as one voter.
 * @param ballots from all sources; the result does not depend on their order
 */
export function countBallots(poll: CountedPoll, ballots: Ballot[]): PollResults {
  const ordered = sortBallots(ballots)
  const people = ordered.filter((ballot) => !ballot.isScanner)
  const bursts = findBursts(people)
  const single = people.filter((ballot) => !bursts.has(ballot))
  const counted = filterLast(single)
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

/** Sorts by time, and by content where the time is the same or unknown, so that the order of the files does not matter. */
function sortBallots(ballots: Ballot[]): Ballot[] {
  const keyed = ballots.map((ballot) => ({ ballot, time: ballot.time ?? 0, text: createSortKey(ballot) }))
  keyed.sort((a, b) => a.time - b.time || (a.text < b.text ? -1 : Number(a.text > b.text)))
  return keyed.map(({ ballot }) => ballot)
}

function createSortKey({ source, voter, address, agent, option }: Ballot): string {
  return JSON.stringify([source, voter, address, agent, option])
}

function filterLast(ballots: Ballot[]): Ballot[] {
  const anonymous = ballots.filter((ballot) => voterKey(ballot) === undefined)
  const last = groupBy(ballots, voterKey).flatMap((group) => group.slice(-1))
  // Several clicks of one voter are one vote, whatever the number of clicks in a report.
  return [...anonymous, ...last.map((ballot) => ({ ...ballot, count: Math.min(ballot.count, 1) }))]
}
