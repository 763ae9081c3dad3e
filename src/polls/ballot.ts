/** A poll whose votes are counted. */
export interface CountedPoll {
  /** The issue's slug. */
  issue: string
  id: string
  question: string
  options: CountedOption[]
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

/** The votes of one source. */
export interface Ballots {
  ballots: Ballot[]
  /** The number of lines, rows or mails. */
  entries: number
  /** The numbers of those that could not be parsed, counted from 1. */
  unparsed: number[]
  /** How often a confirmation page was opened. */
  opened: number
  /** Votes for options that the poll does not have, with their line numbers. */
  unknown: { option: string; line: number }[]
  /** The options of such votes at addresses that accept any option, so that anybody can make them up. */
  doubtful: string[]
}

/** The votes of a source before it is parsed: none. */
export function createBallots(): Ballots {
  return { ballots: [], entries: 0, unparsed: [], opened: 0, unknown: [], doubtful: [] }
}
