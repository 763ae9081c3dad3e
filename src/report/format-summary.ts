import type { BuildResult } from '../build.ts'
import { countMessages } from '../diagnostics/count-messages.ts'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { eml } from '../render/outputs/eml.ts'
import { formatCounts, formatNumber } from './format-counts.ts'
import { formatIssueLines } from './format-issue-lines.ts'
import { formatRuleCounts } from './format-rule-counts.ts'

export interface SummaryOptions {
  colour: boolean
  /** The out folder as it is printed. */
  shownOut: string
}

/** Formats the result of a build: one line for each issue, then a summary. */
export function formatSummary(result: BuildResult, options: SummaryOptions): string {
  const { issues, skippedDrafts, outcome } = result
  const lines = formatIssueLines(issues, options.colour)
  const counts = formatCounts(countMessages(result.files))
  lines.push(...formatRuleCounts(result, options))
  if (counts) lines.push(counts)
  if (skippedDrafts.length > 0)
    lines.push(`${formatNumber(skippedDrafts.length, 'draft')} skipped (\`--drafts\` builds drafts too)`)
  const missing = formatMissingMessages(issues)
  if (missing) lines.push(missing)
  if (outcome === 'misconfigured') lines.push('Nothing was built: fix the config first.')
  else if (issues.length > 0) lines.push(`${formatConclusion(issues)} into ${options.shownOut}/`)
  if (outcome === 'interrupted') lines.push('Interrupted: the remaining issues were not built.')
  return lines.map((line) => `${line}\n`).join('')
}

/** A message needs a sender (RFC 5322, section 3.6), which a newsletter that is sent by a provider need not configure. */
function formatMissingMessages(issues: BuiltIssue[]): string | undefined {
  const written = issues.filter(({ files }) => files.length > 0)
  const without = written.filter(({ files }) => !files.some(({ output }) => output === eml.name))
  if (without.length === 0) return undefined
  const which =
    without.length === written.length ? '' : ` of ${without.map(({ slug }) => `\`${slug}\``).join(', ')}`
  return `No email.eml${which}: the sender is missing (write \`from: Ada <ada@example.com>\` in the config)`
}

function formatConclusion(issues: BuiltIssue[]): string {
  const written = issues.filter(({ sizes }) => sizes !== null)
  return written.length === issues.length
    ? `Built ${formatNumber(issues.length, 'issue')}`
    : `Built ${written.length} of ${formatNumber(issues.length, 'issue')}`
}
