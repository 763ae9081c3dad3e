/** A poll whose votes are counted. */
export interface CountedPoll {
  /** The issue's slug. */
  issue: string
  id: string
  question: string
  options: CountedOption[]
  /** How replies to the issue are recognized; without it, only marks in subjects are counted. */
  replies?: ReplyRules | undefined
}

/** What is known of an issue to which readers reply. */
export interface ReplyRules {
  /** Match its subjects, as `normalizeSubject` returns them. */
  subjects: RegExp[]
  /** Whether another issue has the same subject, so that a subject alone does not name the issue. */
  isSubjectShared: boolean
  /** What the Message-IDs of its emails begin with. */
  idStart: string | undefined
  /** The newsletter's own addresses, in small letters, whose mails are no votes. */
  own: string[]
  /** The issue's polls, in their order. */
  polls: Pick<CountedPoll, 'id' | 'options'>[]
}

/** A reply to the issue in which no vote could be recognized. */
export interface UnclearReply {
  /** The mail's number, counted from 1. */
  mail: number
  from: string | undefined
  /** Milliseconds since 1970. */
  time: number | undefined
  /** The first line that is not quoted; empty if there is none. */
  line: string
  reason: string
}

export interface CountedOption {
  id: string
  text: string
  /** The address of the option's link, with native merge tags in it. */
  url: string | null
}

/** One vote, as recorded by a source. */
export interface Ballot {
  source: 'log' | 'csv' | 'mbox'
  /** The option's id. */
  option: string
  /** Identifies the voter: a subscriber's id, or the address that a mail came from. */
  voter?: string | undefined
  /** The voter's IP address. */
  address?: string | undefined
  /** The `User-Agent`. */
  agent?: string | undefined
  /** Milliseconds since 1970. */
  time?: number | undefined
  /** How many votes this one stands for: more than 1 for a row of an aggregated report. */
  count: number
  /** Cast by a program, not by a person. */
  isScanner: boolean
}

/**
 * What was found several times: a file can have millions of mistakes, of which only the first is named.
 */
export interface Occurrences<Place> {
  count: number
  first?: Place
}

/** The votes of one source. */
export interface Ballots {
  ballots: Ballot[]
  /** The number of lines, rows or mails. */
  entries: number
  /** Those that could not be parsed, and the number of the first, counted from 1. */
  unparsed: Occurrences<number>
  /** Mails that were skipped because their header is too long. */
  oversized: Occurrences<{ mail: number; byte: number }>
  /** How often a confirmation page was opened. */
  opened: number
  /** Votes for options that the poll does not have, and the line number of the first. */
  unknown: Occurrences<{ option: string; line: number }>
  /** Replies without a vote that could be recognized: the first of them, and how many there are. */
  unclear: { count: number; replies: UnclearReply[] }
  /** Replies to the issue that programs wrote, and mails that are neither a vote nor a reply to it. */
  automatic: number
  unrelated: number
  /** Such votes at addresses that accept any option, so that anybody can make them up, and some of these options. */
  doubtful: { count: number; options: Set<string> }
}

/** The votes of a source before it is parsed: none. */
export function createBallots(): Ballots {
  return {
    ballots: [],
    entries: 0,
    unparsed: { count: 0 },
    oversized: { count: 0 },
    opened: 0,
    unknown: { count: 0 },
    unclear: { count: 0, replies: [] },
    automatic: 0,
    unrelated: 0,
    doubtful: { count: 0, options: new Set() },
  }
}

/** More votes than this would fill the memory: they are counted when all are known, since the last of a voter counts. */
export const mostBallots = 1_000_000

/** Options that nobody offered and that are named in messages; more would fill the memory. */
const mostDoubtful = 100

/** Replies that are listed; more would fill the memory. */
const mostUnclear = 200

/** A source has more votes than can be counted. */
export class TooManyBallotsError extends Error {
  override name = 'TooManyBallotsError'
}

/** @throws {TooManyBallotsError} */
export function addBallot({ ballots }: Ballots, ballot: Ballot): void {
  if (ballots.length === mostBallots) throw new TooManyBallotsError()
  ballots.push(ballot)
}

export function addOccurrence<Place>(occurrences: Occurrences<Place>, place: Place): void {
  occurrences.first ??= place
  occurrences.count += 1
}

export function addUnclear({ unclear }: Ballots, reply: UnclearReply): void {
  unclear.count += 1
  if (unclear.replies.length < mostUnclear) unclear.replies.push(reply)
}

export function addDoubtful({ doubtful }: Ballots, option: string): void {
  doubtful.count += 1
  if (doubtful.options.size < mostDoubtful) doubtful.options.add(option)
}
