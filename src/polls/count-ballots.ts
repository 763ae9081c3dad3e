import type { Ballot, CountedPoll } from './ballot.ts'
import type { PollResults } from './poll-results.ts'

/**
 * Nobody reads an email, chooses, looks at a page and chooses again within so many milliseconds; a scanner that opens all
 * links of an email does.
 */
const burst = 5000

/** More voters than this from one address within a burst are a gateway that opens the links of a whole company. */
const mostAtOnce = 5

/**
 * Counts a poll's votes. What programs made is left out, and so are bursts; of several votes of one voter, the last one
 * counts. Without an id, whoever has the same network address and the same browser is one voter.
 * @param ballots from all sources; in whatever order they are given, the same comes out
 */
export function countBallots(poll: CountedPoll, ballots: Ballot[]): PollResults {
  const ordered = ballots.toSorted(compare)
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
function compare(a: Ballot, b: Ballot): number {
  const time = (a.time ?? 0) - (b.time ?? 0)
  if (time !== 0) return time
  const [one, two] = [toText(a), toText(b)]
  return one < two ? -1 : Number(one > two)
}

function toText({ source, voter, address, agent, option }: Ballot): string {
  return JSON.stringify([source, voter, address, agent, option])
}

function toVoter({ voter, address, agent }: Ballot): string | undefined {
  if (voter !== undefined) return `id ${voter}`
  return address === undefined ? undefined : `at ${address} ${agent ?? ''}`
}

function findBursts(ballots: Ballot[]): Set<Ballot> {
  const found = new Set<Ballot>()
  const timed = ballots.filter(({ time }) => time !== undefined)
  const isHasty = (near: Ballot[]) => new Set(near.map(({ option }) => option)).size > 1
  const isCrowd = (near: Ballot[]) => new Set(near.map(toVoter)).size > mostAtOnce
  for (const group of groupBy(timed, toVoter)) addBursts(group, isHasty, found)
  for (const group of groupBy(timed, ({ address }) => address)) addBursts(group, isCrowd, found)
  return found
}

/** @param ballots by time */
function addBursts(ballots: Ballot[], isBurst: (near: Ballot[]) => boolean, found: Set<Ballot>): void {
  let start = 0
  for (let end = 0; end < ballots.length; end++) {
    while ((ballots[end]?.time ?? 0) - (ballots[start]?.time ?? 0) > burst) start += 1
    const near = ballots.slice(start, end + 1)
    if (isBurst(near)) for (const ballot of near) found.add(ballot)
  }
}

function toLast(ballots: Ballot[]): Ballot[] {
  const nameless = ballots.filter((ballot) => toVoter(ballot) === undefined)
  const last = groupBy(ballots, toVoter).flatMap((group) => group.slice(-1))
  // Two clicks on one link are one vote, however often a report says that they came.
  return [...nameless, ...last.map((ballot) => ({ ...ballot, count: Math.min(ballot.count, 1) }))]
}

function groupBy(ballots: Ballot[], key: (ballot: Ballot) => string | undefined): Ballot[][] {
  const groups = new Map<string, Ballot[]>()
  for (const ballot of ballots) {
    const name = key(ballot)
    if (name === undefined) continue
    const group = groups.get(name) ?? []
    groups.set(name, group)
    group.push(ballot)
  }
  return [...groups.values()]
}
