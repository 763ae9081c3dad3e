import { resolve } from 'node:path'
import { expectedName } from '../diagnostics/list-names.ts'
import { decodeText } from '../files/decode-text.ts'
import { readBytes } from '../files/read-bytes.ts'
import { readLines } from '../files/read-lines.ts'
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

/** Where votes come from: paths as typed. */
export interface VoteSources {
  /** What the paths are relative to. */
  cwd?: string
  logs?: string[]
  csvs?: string[]
  mboxes?: string[]
  /** The columns of the CSV files, where they are not called as usual. */
  columns?: CsvColumns
}

/** A poll as it goes out through one target. */
export interface TargetPoll extends CountedPoll {
  target: string
}

/** One file that votes come from. */
export interface VoteSource extends Ballots {
  kind: 'log' | 'csv' | 'mbox'
  /** As typed. */
  name: string
}

/**
 * Reads all sources of a poll's votes.
 * @param polls the poll for each target
 * @throws {UsageError} when one cannot be read or understood, or votes for an option that is not there; or when all
 * are empty
 */
export async function readVotes(
  [poll, ...others]: [TargetPoll, ...TargetPoll[]],
  settings: Settings,
  { cwd = '', logs = [], csvs = [], mboxes = [], columns = {} }: VoteSources,
): Promise<VoteSource[]> {
  const match = toAnyMatch([poll, ...others].map((each) => toMatcher(each, settings)))
  const open = (name: string) => readBytes(resolve(cwd, name), name)
  const sources: VoteSource[] = []
  for (const name of logs) {
    const ballots = await parseLogBallots(readLines(resolve(cwd, name), name), match)
    refuseForeign(ballots, name, 'a log in the `combined` format of nginx and Apache')
    sources.push({ kind: 'log', name, ...ballots })
  }
  for (const name of csvs) {
    const ballots = parseCsvBallots(toText(open(name), name), columns, poll, match)
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
  for (const source of sources) refuseUnknown(source, poll)
  return sources
}

/** Of what several targets' addresses say the most is taken: a known option, and who voted. */
function toAnyMatch(
  matchers: ((address: string) => Match | undefined)[],
): (address: string) => Match | undefined {
  return (address) => {
    const matches = matchers.flatMap((match) => match(address) ?? [])
    const known = matches.filter(({ isKnown }) => isKnown)
    return known.find(({ voter }) => voter !== undefined) ?? known[0] ?? matches[0]
  }
}

function toMatcher(poll: TargetPoll, settings: Settings): (address: string) => Match | undefined {
  const twins = findConflicts(poll)
  if (twins)
    throw new UsageError(
      `Cannot tell the votes of \`${poll.id}\` apart: \`${twins[0]}\` and \`${twins[1]}\` lead to one address`,
    )
  const { polls, url } = settings
  const tags = createTagPattern(resolveDialects(resolveTarget(settings, poll.target)))
  return createVoteMatcher(poll, { tags, pattern: polls.url, ...(polls.pages && { pages: url }) })
}

function toText(bytes: Uint8Array, name: string): string {
  const decoded = decodeText(bytes)
  if ('problem' in decoded)
    throw new UsageError(`Cannot read \`${name}\`: ${decoded.problem}, expected UTF-8`)
  return decoded.text
}

/** A log that was begun anew holds nothing yet: earlier results are worth more than none at all. */
function refuseEmpty(sources: VoteSource[]): void {
  if (sources.some(({ entries }) => entries > 0)) return
  const names = sources.map(({ name }) => `\`${name}\``).join(', ')
  throw new UsageError(
    `Cannot count the votes: there is nothing to count in ${names}\nThe results stay as they were. To say that nobody voted, name a file that has other entries.`,
  )
}

function refuseForeign({ entries, unparsed }: Ballots, name: string, expected: string): void {
  if (entries > 0 && unparsed.length === entries)
    throw new UsageError(`Cannot read \`${name}\`: none of its lines is understood, expected ${expected}`)
}

/** The option was called otherwise when the email was sent; to leave its votes out in silence would be a wrong result. */
function refuseUnknown(
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
