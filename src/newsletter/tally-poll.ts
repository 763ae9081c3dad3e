import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import { expectedName } from '../diagnostics/list-names.ts'
import { explainDiskError } from '../files/explain-disk-error.ts'
import { readImage } from '../files/read-image.ts'
import { UsageError } from '../files/usage-error.ts'
import { writeWithin } from '../files/write-within.ts'
import { countBallots } from '../polls/count-ballots.ts'
import { formatResultsPath, type PollResults, parsePollResults } from '../polls/poll-results.ts'
import { formatJsonFile } from '../render/format-json.ts'
import type { PollRecord } from '../types.ts'
import { createReplyRules } from './create-reply-rules.ts'
import { findBySlug } from './find-issue-path.ts'
import { type IssueFile, loadNewsletter, type Newsletter } from './load-newsletter.ts'
import { readVotes, type TargetPoll, type VoteSource, type VoteSources } from './read-votes.ts'
import { renderIssue } from './render-issue.ts'
import { type PathOptions, resolvePaths } from './resolve-paths.ts'

export interface TallyOptions extends Omit<PathOptions, 'files'>, VoteSources {
  /** The issue's slug, or its file's path relative to the newsletter's folder. */
  issue: string
  /** The poll's id. */
  poll: string
}

export interface Tally {
  results: PollResults
  /** The path that they were written to, absolute. */
  path: string
  sources: VoteSource[]
  /** The number of votes in the results that were there before, if there were any. */
  before?: number | undefined
}

/**
 * Counts a poll's votes and writes the results to `issues/polls/`.
 * @returns only the config, with its messages, when it has errors
 * @throws {UsageError} when the issue or the poll does not exist, a source cannot be read or parsed, or it has votes for an
 * option that the poll does not have
 */
export async function tallyPoll(options: TallyOptions): Promise<Tally | { misconfigured: VFile }> {
  const paths = resolvePaths(options)
  const newsletter = await loadNewsletter({ ...paths, requested: [] })
  if ('misconfigured' in newsletter) return newsletter
  const [poll, ...others] = await findPolls(options, newsletter, paths.root)
  const sources = await readVotes([poll, ...others], newsletter.settings, options)
  const results = countBallots(
    poll,
    sources.flatMap(({ ballots }) => ballots),
  )
  const path = formatResultsPath(poll.issue, poll.id)
  const before = readVotesBefore(paths.root, path)
  try {
    await writeWithin(paths.root, path, Buffer.from(formatJsonFile(results)))
  } catch (error) {
    throw new UsageError(`Cannot write \`${path}\`: ${explainDiskError(error).reason}`)
  }
  return { results, path: resolve(paths.root, path), sources, before }
}

function readVotesBefore(root: string, path: string): number | undefined {
  const read = readImage(root, path)
  const earlier = 'bytes' in read ? parsePollResults(new TextDecoder().decode(read.bytes)) : undefined
  return earlier && 'votes' in earlier ? earlier.votes : undefined
}

/**
 * Finds an issue by its slug, with or without its date, or by its file's path relative to the newsletter's folder.
 * @throws {UsageError} when there is none, with the nearest slug, or when several slugs differ only in their dates
 */
function findIssue({ issues }: Newsletter, name: string): IssueFile {
  const found =
    findBySlug(
      name,
      issues.map((issue) => ({ slug: issue.matter.slug, issue })),
    )?.issue ?? issues.find(({ file }) => file.path === name.replace(/^\.\//, ''))
  if (found) return found
  const slugs = issues.map(({ matter }) => matter.slug)
  throw new UsageError(`Unexpected issue \`${name}\`, expected ${expectedName(name, slugs)}`)
}

/** Finds the poll with its addresses for each target, whose merge tags for the subscriber differ. */
async function findPolls(
  { issue, poll }: TallyOptions,
  newsletter: Newsletter,
  root: string,
): Promise<[TargetPoll, ...TargetPoll[]]> {
  const issueFile = findIssue(newsletter, issue)
  const { slug } = issueFile.matter
  const { settings } = newsletter
  const renderFor = async (
    target: string,
  ): Promise<{ polls: PollRecord[]; subject: string; found: TargetPoll | undefined }> => {
    const rendered = await renderIssue(issueFile, { ...newsletter, settings: { ...settings, target } }, root)
    const { polls, email } = rendered
    const own = polls.find(({ id }) => id === poll)
    return { polls, subject: email.subject, found: own && { issue: slug, ...own, target } }
  }
  const { polls, subject, found } = await renderFor(settings.target)
  if (found) {
    const others = settings.targets.filter((target) => target !== settings.target)
    const rendered = await Promise.all(others.map(renderFor))
    const subjects = [subject, ...rendered.map((each) => each.subject)]
    const replies = createReplyRules(issueFile, newsletter, polls, subjects)
    return [{ ...found, replies }, ...rendered.flatMap((each) => each.found ?? [])]
  }
  const { path, messages } = issueFile.file
  if (messages.some(({ fatal, ruleId }) => fatal && /^(?:poll|block|directive)/.test(ruleId ?? '')))
    throw new UsageError(
      `Cannot find the poll \`${poll}\`: \`${path}\` has errors; \`issue check ${path}\` lists them`,
    )
  const ids = polls.map(({ id }) => id)
  throw new UsageError(
    ids.length === 0
      ? `Cannot find the poll \`${poll}\`: the issue \`${slug}\` has none`
      : `Unexpected poll \`${poll}\` of the issue \`${slug}\`, expected ${expectedName(poll, ids)}`,
  )
}
