import { compareIssues, type IssueComparison } from './compare-issues.ts'
import { compareProblems, type ProblemComparison } from './compare-lists.ts'
import type { NewsletterSnapshot } from './issue-snapshot.ts'
import { matchRenamed } from './match-renamed.ts'

/** How a newsletter differs from an earlier state. */
export interface NewsletterComparison {
  /** The issues that differ, by path. */
  issues: IssueComparison[]
  /** The messages on templates, the config and what is beside it. */
  problems: ProblemComparison
}

/** Compares two states of a newsletter, or of those of its issues that a change concerns. */
export function compareNewsletters(
  before: NewsletterSnapshot,
  after: NewsletterSnapshot,
): NewsletterComparison {
  const old = new Map(before.issues.map((issue) => [issue.source, issue]))
  const current = new Set(after.issues.map(({ source }) => source))
  const removed = before.issues.filter(({ source }) => !current.has(source))
  const renamed = matchRenamed(
    removed,
    after.issues.filter(({ source }) => !old.has(source)),
  )
  const gone = new Set(renamed.values())
  const issues = [
    ...after.issues.map((issue) => compareIssues(old.get(issue.source) ?? renamed.get(issue), issue)),
    ...removed.filter((issue) => !gone.has(issue)).map((issue) => compareIssues(issue, undefined)),
  ]
  return {
    issues: issues.filter((issue) => issue !== undefined).toSorted((a, b) => (a.source < b.source ? -1 : 1)),
    problems: compareProblems(before.messages, after.messages, false),
  }
}
