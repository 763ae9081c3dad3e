import type { Ballot } from './ballot.ts'
import { groupBy } from './group-by.ts'
import { voterKey } from './voter-key.ts'

/**
 * Milliseconds. No person reads an email, votes, looks at the page and votes again within this time; a scanner that opens
 * all links of an email does.
 */
const burstMs = 5000

/** More voters than this from one IP address within a burst are a company's mail gateway that opens all links. */
const maxVoters = 5

/**
 * Finds votes that no person casts: one voter for several options, or many voters from one IP address, within a burst.
 * @param ballots sorted by time; those without a time are in no burst
 */
export function findBursts(ballots: Ballot[]): Set<Ballot> {
  const found = new Set<Ballot>()
  const timed = ballots.filter(({ time }) => time !== undefined)
  for (const group of groupBy(timed, voterKey)) addBursts(group, ({ option }) => option, 1, found)
  for (const group of groupBy(timed, ({ address }) => address)) addBursts(group, voterKey, maxVoters, found)
  return found
}

/**
 * Adds all votes of each time window with more than `max` different keys. The keys of the window are counted as it moves,
 * not again for each vote, since a busy log has a hundred thousand votes within a few windows.
 * @param ballots sorted by time
 * @param key the key of a vote
 * @param found the set to add to
 */
function addBursts(
  ballots: Ballot[],
  key: (ballot: Ballot) => string | undefined,
  max: number,
  found: Set<Ballot>,
): void {
  const counts = new Map<string | undefined, number>()
  let start = 0
  let added = 0
  for (const [end, ballot] of ballots.entries()) {
    const name = key(ballot)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    for (let first = ballots[start]; first && isBeforeWindow(first, ballot); first = ballots[start]) {
      decrement(counts, key(first))
      start += 1
    }
    if (counts.size <= max) continue
    for (const each of ballots.slice(Math.max(start, added), end + 1)) found.add(each)
    added = end + 1
  }
}

function isBeforeWindow({ time: then = 0 }: Ballot, { time: now = 0 }: Ballot): boolean {
  return now - then > burstMs
}

function decrement(counts: Map<string | undefined, number>, name: string | undefined): void {
  const left = (counts.get(name) ?? 0) - 1
  if (left > 0) counts.set(name, left)
  else counts.delete(name)
}
