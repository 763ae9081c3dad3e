import { report } from '../diagnostics/report.ts'
import type { IssueFile } from './load-newsletter.ts'

export interface Selection {
  /** The issues to build. */
  chosen: IssueFile[]
  /** Those that are not built, whose emails may stand in the out folder from an earlier build. */
  others: IssueFile[]
  /** Drafts that would have been chosen. */
  skippedDrafts: IssueFile[]
}

/**
 * Chooses the issues to build.
 * @param issues all of the newsletter's
 * @param named paths relative to its folder; none means all
 * @param drafts whether drafts are built
 */
export function selectIssues(issues: IssueFile[], named: string[], drafts: boolean): Selection {
  const asked = issues.filter(({ file }) => named.length === 0 || named.includes(file.path))
  const skippedDrafts = asked.filter(({ matter }) => matter.draft && !drafts)
  const chosen = asked.filter((issue) => !skippedDrafts.includes(issue))
  if (named.length > 0) for (const { file } of skippedDrafts) complainOfDraft(file)
  return { chosen, others: issues.filter((issue) => !asked.includes(issue)), skippedDrafts }
}

function complainOfDraft(file: IssueFile['file']): void {
  report(file, 'Left out: this issue is a draft', {
    ruleId: 'issue-draft',
    severity: 'info',
    note: 'To build drafts too, add `--drafts`; to make it an issue, take `draft: true` out of its front matter.',
  })
}
