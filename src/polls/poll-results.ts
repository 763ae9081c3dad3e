import * as v from 'valibot'

/** What came of a poll: `issues/polls/<issue>.<poll>.json`. No voter stands in it, only how many there were. */
export interface PollResults {
  version: 1
  /** The issue's slug. */
  issue: string
  /** The poll's id. */
  poll: string
  question: string
  /** In the order of the poll. */
  options: { id: string; text: string; votes: number }[]
  /** All options' votes together. */
  votes: number
  /** How many votes came from each kind of source. */
  sources: { log: number; csv: number; mbox: number }
  /** What was not counted, and why: how many hits, rows or mails. */
  leftOut: Record<LeftOut, number>
}

/** Why a vote is not counted. */
export type LeftOut = 'scanner' | 'burst' | 'replaced'

const count = v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(0, 'no less than 0'))
const text = v.string('a text')

const schema: v.GenericSchema<unknown, PollResults> = v.object({
  version: v.literal(1, '`1`'),
  issue: text,
  poll: text,
  question: text,
  options: v.pipe(
    v.array(v.object({ id: text, text, votes: count }), 'a list of options'),
    v.minLength(1, 'at least one option'),
  ),
  votes: count,
  sources: v.object({ log: count, csv: count, mbox: count }),
  leftOut: v.object({ scanner: count, burst: count, replaced: count }),
})

/**
 * Where a poll's results stand, relative to the newsletter's folder.
 * @param issue its slug
 */
export function formatResultsPath(issue: string, poll: string): string {
  return `issues/polls/${issue}.${poll}.json`
}

/**
 * Reads a poll's results from their file's text.
 * @returns the results, or what is wrong with them
 */
export function parsePollResults(json: string): PollResults | { problem: string } {
  try {
    const result = v.safeParse(schema, JSON.parse(json))
    if (!result.success) return { problem: toProblem(result.issues[0]) }
    const { options, votes } = result.output
    const sum = options.reduce((all, option) => all + option.votes, 0)
    return sum === votes ? result.output : { problem: `\`votes\` is ${votes} and its options have ${sum}` }
  } catch {
    return { problem: 'it is no JSON' }
  }
}

function toProblem({ path, message }: v.BaseIssue<unknown>): string {
  const name = path?.map(({ key }) => String(key)).join('.') ?? ''
  return message.startsWith('Invalid') ? `\`${name}\` is missing` : `\`${name}\` is not ${message}`
}
