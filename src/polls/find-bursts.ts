import type { Ballot } from './ballot.ts'
import { groupBy } from './group-by.ts'
import { voterKey } from './voter-key.ts'

/**
 * Nobody reads an email, chooses, looks at a page and chooses again within so many milliseconds; a scanner that opens all
 * links of an email does.
 */
const burst = 5000

/** More voters than this from one address within a burst are a gateway that opens the links of a whole company. */
const mostAtOnce = 5

/**
 * The votes that no person makes: several options of one voter, or many voters of one address, at a time.
 * @param ballots by time; those without a time are in no burst
 */
export function findBursts(ballots: Ballot[]): Set<Ballot> {
  const found = new Set<Ballot>()
  const timed = ballots.filter(({ time }) => time !== undefined)
  for (const group of groupBy(timed, voterKey)) addBursts(group, ({ option }) => option, 1, found)
  for (const group of groupBy(timed, ({ address }) => address)) addBursts(group, voterKey, mostAtOnce, found)
  return found
}

/**
 * Adds all votes of each stretch of time that has more than `most` of something. A busy log has a hundred thousand
 * votes in a few stretches: what they hold is counted as they move on, not anew each time.
 * @param ballots by time
 * @param key what is counted
 */
function addBursts(
  ballots: Ballot[],
  key: (ballot: Ballot) => string | undefined,
  most: number,
  found: Set<Ballot>,
): void {
  const counts = new Map<string | undefined, number>()
  let start = 0
  let added = 0
  for (const [end, ballot] of ballots.entries()) {
    const name = key(ballot)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    for (let first = ballots[start]; first && isOver(first, ballot); first = ballots[start]) {
      takeOff(counts, key(first))
      start += 1
    }
    if (counts.size <= most) continue
    for (const each of ballots.slice(Math.max(start, added), end + 1)) found.add(each)
    added = end + 1
  }
}

function isOver({ time: then = 0 }: Ballot, { time: now = 0 }: Ballot): boolean {
  return now - then > burst
}

function takeOff(counts: Map<string | undefined, number>, name: string | undefined): void {
  const left = (counts.get(name) ?? 0) - 1
  if (left > 0) counts.set(name, left)
  else counts.delete(name)
}
