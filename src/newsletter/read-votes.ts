import { resolve } from 'node:path'
import { expectedName } from '../diagnostics/list-names.ts'
import { decodeText } from '../files/decode-text.ts'
import { readBytes, readLines } from '../files/read-input.ts'
import { UsageError } from '../files/usage-error.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import type { Ballots, CountedPoll } from '../polls/ballot.ts'
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
  { cwd = '', logs = [], csvs = [], mboxes = [], columns = {} }: VoteSources,
): Promise<VoteSource[]> {
  const match = combineMatchers([poll, ...others].map((each) => createMatcher(each, settings)))
  const open = (name: string) => readBytes(resolve(cwd, name), name)
  const sources: VoteSource[] = []
  for (const name of logs) {
    const ballots = await parseLogBallots(readLines(resolve(cwd, name), name), match)
    refuseUnparsed(ballots, name, 'a log in the `combined` format of nginx and Apache')
    sources.push({ kind: 'log', name, ...ballots })
  }
  for (const name of csvs) {
    const ballots = parseCsvBallots(decodeVotes(open(name), name), columns, poll, match)
    if ('error' in ballots) throw new UsageError(`Cannot read \`${name}\`: ${ballots.error}`)
    sources.push({ kind: 'csv', name, ...ballots })
  }
  for (const name of mboxes) {
    const bytes = open(name)
    const ballots = await parseMboxBallots(bytes, poll)
    if (ballots.entries === 0 && bytes.length > 0)
      throw new UsageError(`Cannot read \`${name}\`: there is no mail in it, expected an mbox (RFC 4155)`)
    sources.push({ kind: 'mbox', name, ...ballots })
  }
  refuseEmpty(sources)
  for (const source of sources) refuseUnknownOption(source, poll)
  return sources
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

function decodeVotes(bytes: Uint8Array, name: string): string {
  const decoded = decodeText(bytes)
  if ('error' in decoded) throw new UsageError(`Cannot read \`${name}\`: ${decoded.error}, expected UTF-8`)
  return decoded.text
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
  if (entries > 0 && unparsed.length === entries)
    throw new UsageError(`Cannot read \`${name}\`: none of its lines is understood, expected ${expected}`)
}

/** The option had another id when the email was sent: results that silently omit its votes would be wrong. */
function refuseUnknownOption(
  { name, kind, unknown: [first, ...others] }: VoteSource,
  { options, id }: CountedPoll,
): void {
  if (!first) return
  const { option, line } = first
  const isMail = kind === 'mbox'
  const ids = options.map((each, index) => (isMail ? String(index + 1) : each.id))
  const place = isMail ? `mail ${line} of \`${name}\`` : `\`${name}:${line}\``
  const more = others.length > 0 ? `, and ${others.length} more` : ''
  const note =
    isMail || !isId(option)
      ? ''
      : `\nIf the option was renamed since the email went out, give it its former id: \`- … {#${option}}\``
  throw new UsageError(
    `Unexpected option \`${option}\` of the poll \`${id}\` in ${place}${more}, expected ${expectedName(option, ids)}${note}`,
  )
}
