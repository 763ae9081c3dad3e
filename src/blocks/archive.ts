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
  /** These and no others, in this order. */
  slugs?: readonly string[]
  /** All others, whatever their dates. */
  every?: boolean
  /** Without both, earlier issues that have a date, from the latest on: only those with this tag, */
  tag?: string | null
  /** and at most so many. */
  last?: number
}

/** Looks up issues of the newsletter that are not drafts. */
export type FindArchived = (query: ArchiveQuery) => ArchivedIssue[]

/** Creates the lookup of an archive. @param archive in any order, without drafts */
export function createArchive(archive: readonly ArchivedIssue[]): FindArchived {
  const sorted = archive.toSorted(compare)
  return ({ path, date, slugs, every = false, tag, last }) => {
    const others = sorted.filter((issue) => issue.path !== path)
    if (slugs) return slugs.flatMap((slug) => others.find((issue) => issue.slug === slug) ?? [])
    if (every) return others
    return others
      .filter((issue) => issue.date !== null && compare(issue, { path, date }) < 0)
      .filter((issue) => !tag || issue.tags.includes(tag))
      .toReversed()
      .slice(0, last)
  }
}

type Place = Pick<ArchivedIssue, 'path' | 'date'>

/** By date; on one day by time, and last by path. A day without a time comes before its times. */
function compare(one: Place, other: Place): number {
  const [a, b] = [one.date ?? '', other.date ?? ''].map((date) => date.slice(0, 10)) as [string, string]
  if (a !== b) return a < b ? -1 : 1
  const [instant = 0, otherInstant = 0] = [one, other].map(({ date }) => parseInstant(date ?? ''))
  if (instant !== otherInstant) return instant - otherInstant
  if (one.path === other.path) return 0
  return one.path < other.path ? -1 : 1
}
