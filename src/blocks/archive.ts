import { parseInstant } from '../parse/date-text.ts'

/** An issue as another one refers to it. */
export interface ArchivedIssue {
  /** Relative to the newsletter's folder, with `/`. */
  path: string
  slug: string
  title: string
  /** ISO 8601, as written. */
  date: string | null
  tags: readonly string[]
}

/** Which issues are looked for. */
export interface ArchiveQuery {
  /** The issue that refers to them: its path and its date. */
  path: string
  date: string | null
  /** These and no others, in this order. Without them, earlier issues from the latest on: */
  slugs?: readonly string[]
  /** only those with this tag, */
  tag?: string | null
  /** and at most so many. */
  last?: number
}

/** Looks up issues of the newsletter that are not drafts. */
export type FindArchived = (query: ArchiveQuery) => ArchivedIssue[]

/** Creates the lookup of an archive. @param archive in any order, without drafts */
export function createArchive(archive: readonly ArchivedIssue[]): FindArchived {
  const sorted = archive.toSorted(compare)
  return ({ path, date, slugs, tag, last }) => {
    const others = sorted.filter((issue) => issue.path !== path)
    if (slugs) return slugs.flatMap((slug) => others.find((issue) => issue.slug === slug) ?? [])
    return others
      .filter((issue) => compare(issue, { path, date }) < 0 && (!tag || issue.tags.includes(tag)))
      .toReversed()
      .slice(0, last)
  }
}

type Place = Pick<ArchivedIssue, 'path' | 'date'>

/** By date; on one day by time, and last by path. Issues without a date come first, and a day without a time before its times. */
function compare(one: Place, other: Place): number {
  const [a, b] = [one.date ?? '', other.date ?? ''].map((date) => date.slice(0, 10)) as [string, string]
  if (a !== b) return a < b ? -1 : 1
  const [instant = 0, otherInstant = 0] = [one, other].map(({ date }) => parseInstant(date ?? ''))
  if (instant !== otherInstant) return instant - otherInstant
  if (one.path === other.path) return 0
  return one.path < other.path ? -1 : 1
}
