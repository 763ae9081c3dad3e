import * as v from 'valibot'

/** The results of a poll, stored in `issues/polls/<issue>.<poll>.json`. They contain numbers only, no voter. */
export interface PollResults {
  version: 1
  /** The issue's slug. */
  issue: string
  /** The poll's id. */
  poll: string
  question: string
  /** In the order of the poll. */
  options: { id: string; text: string; votes: number }[]
  /** The sum of the votes of all options. */
  votes: number
  /** How many votes came from each kind of source. */
  sources: { log: number; csv: number; mbox: number }
  /** How many hits, rows or mails were not counted, by reason. */
  leftOut: Record<SkipReason, number>
}

/** Why a vote is not counted. */
export type SkipReason = 'scanner' | 'burst' | 'replaced'

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
 * The path of a poll's results, relative to the newsletter's folder.
 * @param issue the issue's slug
 * @param poll the poll's id
 */
export function formatResultsPath(issue: string, poll: string): string {
  return `issues/polls/${issue}.${poll}.json`
}

/**
 * Parses a poll's results.
 * @param json the text of their file
 * @returns the results, or why they are not valid, to follow "is there, but"
 */
export function parsePollResults(json: string): PollResults | { error: string } {
  try {
    const result = v.safeParse(schema, JSON.parse(json))
    if (!result.success) return { error: formatIssue(result.issues[0]) }
    const { options, votes } = result.output
    const sum = options.reduce((all, option) => all + option.votes, 0)
    return sum === votes ? result.output : { error: `\`votes\` is ${votes} and its options have ${sum}` }
  } catch {
    return { error: 'it is no JSON' }
  }
}

function formatIssue({ path, message }: v.BaseIssue<unknown>): string {
  const name = path?.map(({ key }) => String(key)).join('.') ?? ''
  return message.startsWith('Invalid') ? `\`${name}\` is missing` : `\`${name}\` is not ${message}`
}
