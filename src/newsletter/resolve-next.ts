import { VFile } from 'vfile'
import { readListing } from '../files/read-listing.ts'
import { readTextFile } from '../files/read-text-file.ts'
import type { ArchiveIssue } from '../new-issue/archive.ts'
import type { NextIssue } from '../new-issue/compose-issue.ts'
import { findNameNumber } from '../new-issue/issue-path.ts'
import { parseMatter } from '../parse/parse-issue.ts'
import { parsePollResults } from '../polls/poll-results.ts'
import { formatZonedTime } from '../schedule/zoned-time.ts'
import type { Settings } from '../settings.ts'
import { findBookings } from '../sponsors/find-bookings.ts'

interface Surroundings {
  /** The newsletter's folder, absolute. */
  root: string
  settings: Settings
  /** The text of `issues/_template.md`. */
  template: string | undefined
}

/**
 * Resolves what the next issue is made of: its date as it is written, its number, the sponsors that are booked for it, and
 * the counted polls of the issue before.
 * @param latestFirst the archive
 */
export function resolveNext(
  known: Pick<NextIssue, 'title' | 'day' | 'draft'> & { path: string; slug: string },
  latestFirst: readonly ArchiveIssue[],
  { root, settings, template }: Surroundings,
): NextIssue {
  const { day, path, slug, title, draft } = known
  const { schedule, sponsors } = settings
  const last = latestFirst[0]
  const hasTime = /^.{10}[T ]/.test(last?.date ?? '')
  const zoned =
    hasTime && schedule?.at && schedule.timezone
      ? formatZonedTime(day, schedule.at, schedule.timezone)
      : undefined
  const before = latestFirst.find(({ date }) => date === undefined || date.slice(0, 10) < day)
  return {
    title,
    day,
    draft,
    date: zoned ?? day,
    isDatedByName: parseMatter(new VFile({ path, value: '' }), settings).date === day,
    numbers: resolveNumbers(latestFirst, template),
    sponsors: findBookings(sponsors, { slug, date: day }).map((key) => ({
      key,
      name: sponsors[key]?.name ?? key,
    })),
    results: before ? listCountedPolls(root, before.slug) : [],
  }
}

/** Issues are numbered when the last one is, in its front matter or its name, or when the template has `{number}`. */
function resolveNumbers(
  latestFirst: readonly ArchiveIssue[],
  template: string | undefined,
): NextIssue['numbers'] {
  const numberOf = (issue: ArchiveIssue) => issue.number ?? findNameNumber(issue, latestFirst)
  const [last] = latestFirst
  const before = last && numberOf(last)
  if (before !== undefined)
    return { before, next: Math.max(...latestFirst.flatMap((issue) => numberOf(issue) ?? [])) + 1 }
  return { before, next: template?.includes('{number}') ? latestFirst.length + 1 : undefined }
}

/** Lists the polls of an issue that `issue poll tally` has counted. */
function listCountedPolls(root: string, slug: string): string[] {
  const { paths } = readListing(
    root,
    'issues/polls',
    (path, isFolderThere) =>
      !isFolderThere && path.startsWith(`issues/polls/${slug}.`) && path.endsWith('.json'),
  )
  return paths.sort().flatMap((path) => {
    const results = parsePollResults(String(readTextFile(path, { cwd: root, within: root })))
    return 'issue' in results && results.issue === slug ? `${slug}#${results.poll}` : []
  })
}
