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
  /** Where the option leads, merge tags in their place. */
  url: string | null
}

/** One vote, as a source tells of it. */
export interface Ballot {
  source: 'log' | 'csv' | 'mbox'
  /** The option's id. */
  option: string
  /** What tells the voters apart: an id, or an address that a mail came from. */
  voter?: string | undefined
  /** The network address. */
  address?: string | undefined
  /** The program's name for itself. */
  agent?: string | undefined
  /** Milliseconds since 1970. */
  time?: number | undefined
  /** How many votes a row of a summed-up report stands for. */
  count: number
  /** Made by a program, not by a person. */
  isScanner: boolean
}

/** What a source held. */
export interface Ballots {
  ballots: Ballot[]
  /** How many lines, rows or mails there were. */
  entries: number
  /** The numbers of those that could not be understood, counted from 1. */
  unread: number[]
  /** How often a page that asks to confirm a vote was opened. */
  opened: number
  /** Votes for options that the poll does not have, with the numbers of their lines. */
  unknown: { option: string; line: number }[]
  /** What such votes name where anybody may name what they like. */
  odd: string[]
}

/** What a source holds before it is looked into. */
export function createBallots(): Ballots {
  return { ballots: [], entries: 0, unread: [], opened: 0, unknown: [], odd: [] }
}
