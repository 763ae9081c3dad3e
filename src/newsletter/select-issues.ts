import { report } from '../diagnostics/report.ts'
import type { IssueFile } from './load-newsletter.ts'

export interface Selection {
  /** The issues to build. */
  chosen: IssueFile[]
  /** The issues that were not requested, whose emails may be in the out folder from an earlier build. */
  others: IssueFile[]
  /** Drafts that would have been chosen if drafts were built. */
  skippedDrafts: IssueFile[]
}

/**
 * Selects the issues to build, and reports requested issues that are skipped as drafts.
 * @param issues all issues of the newsletter
 * @param requested paths relative to its folder; empty for all
 * @param drafts whether drafts are built
 * @param only paths of issues, of which no other is built; all by default
 */
export function selectIssues(
  issues: IssueFile[],
  requested: string[],
  drafts: boolean,
  only?: ReadonlySet<string>,
): Selection {
  const candidates = issues.filter(
    ({ file }) => (requested.length === 0 || requested.includes(file.path)) && (only?.has(file.path) ?? true),
  )
  const skippedDrafts = candidates.filter(({ matter }) => matter.draft && !drafts)
  const chosen = candidates.filter((issue) => !skippedDrafts.includes(issue))
  if (requested.length > 0) for (const { file } of skippedDrafts) reportSkippedDraft(file)
  return { chosen, others: issues.filter((issue) => !candidates.includes(issue)), skippedDrafts }
}

function reportSkippedDraft(file: IssueFile['file']): void {
  report(file, 'Left out: this issue is a draft', {
    ruleId: 'issue-draft',
    severity: 'info',
    note: 'To build drafts too, add `--drafts`; once it is ready, remove `draft: true` (or `published: false`, `status: draft`) from its front matter.',
  })
}
