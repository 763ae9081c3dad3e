import { resolve } from 'node:path'
import { expectedName } from '../diagnostics/list-names.ts'
import { readChunks, readLines, readText } from '../files/read-input.ts'
import { UsageError } from '../files/usage-error.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { type Ballots, type CountedPoll, mostBallots, TooManyBallotsError } from '../polls/ballot.ts'
import type { CsvColumns } from '../polls/csv-columns.ts'
import { isId } from '../polls/is-id.ts'
import { parseCsvBallots } from '../polls/parse-csv-ballots.ts'
import { parseLogBallots } from '../polls/parse-log-ballots.ts'
import { parseMboxBallots } from '../polls/parse-mbox-ballots.ts'
import { createVoteMatcher, findConflicts, type Match } from '../polls/vote-matcher.ts'
import type { Settings } from '../settings.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'

/** The files that votes are counted from: paths as typed. */
export interface VoteSources {
  /** The folder that the paths are relative to. */
  cwd?: string
  logs?: string[]
  csvs?: string[]
  mboxes?: string[]
  /** The names of the CSV files' columns, where they are not the usual ones. */
  columns?: CsvColumns
  /** Ends the reading with an `AbortError`. */
  signal?: AbortSignal
}

/** A poll with its addresses for one target. */
export interface TargetPoll extends CountedPoll {
  target: string
}

/** One file with votes. */
export interface VoteSource extends Ballots {
  kind: 'log' | 'csv' | 'mbox'
  /** As typed. */
  name: string
}

/**
 * Reads all sources of a poll's votes.
 * @param polls the poll for each target
 * @throws {UsageError} when a source cannot be read or parsed, or has votes for an option that the poll does not have;
 * or when all sources are empty
 */
export async function readVotes(
  [poll, ...others]: [TargetPoll, ...TargetPoll[]],
  settings: Settings,
  { cwd = '', logs = [], csvs = [], mboxes = [], columns = {}, signal }: VoteSources,
): Promise<VoteSource[]> {
  const match = combineMatchers([poll, ...others].map((each) => createMatcher(each, settings)))
  const read = { log: readLog, csv: readCsv, mbox: readMbox }
  const files = [
    ...logs.map((name) => ({ kind: 'log' as const, name })),
    ...csvs.map((name) => ({ kind: 'csv' as const, name })),
    ...mboxes.map((name) => ({ kind: 'mbox' as const, name })),
  ]
  const sources: VoteSource[] = []
  let total = 0
  for (const { kind, name } of files) {
    const file = { path: resolve(cwd, name), name, poll, columns, match, signal }
    const ballots = await read[kind](file).catch((error) => {
      throw error instanceof TooManyBallotsError ? createAmountError(name) : error
    })
    total += ballots.ballots.length
    if (total > mostBallots) throw createAmountError(files.map((each) => each.name).join('`, `'))
    sources.push({ kind, name, ...ballots })
  }
  refuseEmpty(sources)
  for (const source of sources) refuseUnknownOption(source, poll)
  return sources
}

interface SourceFile {
  /** Absolute. */
  path: string
  /** As typed. */
  name: string
  poll: TargetPoll
  columns: CsvColumns
  match: (address: string) => Match | undefined
  signal: AbortSignal | undefined
}

async function readLog({ path, name, match, signal }: SourceFile): Promise<Ballots> {
  const ballots = await parseLogBallots(readLines(path, name, { signal }), match)
  refuseUnparsed(ballots, name, 'a log in the `combined` format of nginx and Apache')
  return ballots
}

async function readCsv({ path, name, columns, poll, match, signal }: SourceFile): Promise<Ballots> {
  const ballots = await parseCsvBallots(readText(path, name, { signal }), columns, poll, match)
  if ('error' in ballots) throw new UsageError(`Cannot read \`${name}\`: ${ballots.error}`)
  return ballots
}

async function readMbox({ path, name, poll, signal }: SourceFile): Promise<Ballots> {
  const ballots = await parseMboxBallots(() => readChunks(path, name, { signal }), poll)
  if (ballots) return ballots
  throw new UsageError(`Cannot read \`${name}\`: there is no mail in it, expected an mbox (RFC 4155)`)
}

function createAmountError(name: string): UsageError {
  return new UsageError(
    `Cannot count the votes: \`${name}\` has more than 1,000,000 of them\nName files without the entries that are no votes of subscribers.`,
  )
}

/** Matches an address of any target; of several matches, prefers one with a known option, then one with a voter. */
function combineMatchers(
  matchers: ((address: string) => Match | undefined)[],
): (address: string) => Match | undefined {
  return (address) => {
    const matches = matchers.flatMap((match) => match(address) ?? [])
    const known = matches.filter(({ isKnown }) => isKnown)
    return known.find(({ voter }) => voter !== undefined) ?? known[0] ?? matches[0]
  }
}

function createMatcher(poll: TargetPoll, settings: Settings): (address: string) => Match | undefined {
  const conflict = findConflicts(poll)
  if (conflict)
    throw new UsageError(
      `Cannot tell the votes of \`${poll.id}\` apart: \`${conflict[0]}\` and \`${conflict[1]}\` have the same address`,
    )
  const { polls, url } = settings
  const tags = createTagPattern(resolveDialects(resolveTarget(settings, poll.target)))
  return createVoteMatcher(poll, { tags, pattern: polls.url, ...(polls.pages && { pages: url }) })
}

/** An empty log has most likely just been rotated: results without votes must not replace earlier ones. */
function refuseEmpty(sources: VoteSource[]): void {
  if (sources.some(({ entries }) => entries > 0)) return
  const names = sources.map(({ name }) => `\`${name}\``).join(', ')
  throw new UsageError(
    `Cannot count the votes: there is nothing to count in ${names}\nThe results stay as they were. If nobody has voted, name a file that has other entries: then zero votes are counted.`,
  )
}

function refuseUnparsed({ entries, unparsed }: Ballots, name: string, expected: string): void {
  if (entries > 0 && unparsed.count === entries)
    throw new UsageError(`Cannot read \`${name}\`: none of its lines is understood, expected ${expected}`)
}

/** The option had another id when the email was sent: results that silently omit its votes would be wrong. */
function refuseUnknownOption(
  { name, kind, unknown: { first, count } }: VoteSource,
  { options, id }: CountedPoll,
): void {
  if (!first) return
  const { option, line } = first
  const isMail = kind === 'mbox'
  const ids = options.map((each, index) => (isMail ? String(index + 1) : each.id))
  const place = isMail ? `mail ${line} of \`${name}\`` : `\`${name}:${line}\``
  const more = count > 1 ? `, and ${count - 1} more` : ''
  const note =
    isMail || !isId(option)
      ? ''
      : `\nIf the option was renamed since the email went out, give it its former id: \`- … {#${option}}\``
  throw new UsageError(
    `Unexpected option \`${option}\` of the poll \`${id}\` in ${place}${more}, expected ${expectedName(option, ids)}${note}`,
  )
}
