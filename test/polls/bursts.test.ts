/** Bursts are found in one pass over the votes, with the same result as the plain rule, however many there are. */
import { expect, test } from 'vitest'
import type { Ballot } from '../../src/polls/ballot.ts'
import { countBallots } from '../../src/polls/count-ballots.ts'
import { findBursts } from '../../src/polls/find-bursts.ts'

const poll = {
  issue: 'one',
  id: 'poll',
  question: '',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id, url: null })),
}

const ballot = (given: Partial<Ballot>): Ballot => ({
  source: 'log',
  option: 'a',
  count: 1,
  isScanner: false,
  ...given,
})

/** The rule by its words: all votes within five seconds of a group, and whether these are a burst. */
function byTheWords(ballots: Ballot[]): Set<Ballot> {
  const found = new Set<Ballot>()
  const voterOf = ({ voter, address, agent }: Ballot) => JSON.stringify(voter ? [voter] : [address, agent])
  for (const { address, time: end = 0, ...own } of ballots) {
    const near = ballots.filter(({ time = 0 }) => time <= end && time >= end - 5000)
    const ofVoter = near.filter((each) => voterOf(each) === voterOf({ address, ...own }))
    const ofAddress = near.filter((each) => each.address === address)
    if (new Set(ofVoter.map(({ option }) => option)).size > 1) for (const each of ofVoter) found.add(each)
    if (new Set(ofAddress.map(voterOf)).size > 5) for (const each of ofAddress) found.add(each)
  }
  return found
}

/** Numbers that look random and are the same each time (a linear congruential generator, as in Numerical Recipes). */
function toDice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])('are those that the rule names (%i)', (seed) => {
  const roll = toDice(seed)
  const ballots = Array.from({ length: 400 }, () =>
    ballot({
      time: roll(seed * 40) * 500,
      address: `192.0.2.${roll(4)}`,
      agent: `Browser ${roll(6)}`,
      option: poll.options[roll(3)]?.id ?? 'a',
      voter: roll(3) === 0 ? `v${roll(9)}` : undefined,
    }),
  ).toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0))
  const found = findBursts(ballots)
  const expected = byTheWords(ballots)
  expect(ballots.map((each) => found.has(each))).toEqual(ballots.map((each) => expected.has(each)))
  expect(expected.size).toBeGreaterThan(0)
})

test('of a whole company’s gateway are found in no time', () => {
  const ballots = Array.from({ length: 200_000 }, (_, index) =>
    ballot({
      time: index,
      address: '192.0.2.1',
      agent: `Browser ${index % 1000}`,
      option: 'abc'[index % 3] ?? 'a',
    }),
  )
  expect(countBallots(poll, ballots)).toMatchObject({ votes: 0, leftOut: { burst: 200_000 } })
})
