import picocolors from 'picocolors'
import type { RunResult } from '../build.ts'
import { countMessages } from '../diagnostics/count-messages.ts'
import { listNames } from '../diagnostics/list-names.ts'
import { createMessageRecords } from '../diagnostics/message-records.ts'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { formatCounts, formatNumber } from './format-counts.ts'
import { formatRuleCounts } from './format-rule-counts.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'

/** Formats the result of a check: one line for each issue, then a summary. */
export function formatCheckSummary(result: RunResult, { colour }: { colour: boolean }): string {
  const colours = picocolors.createColors(colour)
  const { issues, skippedDrafts, outcome } = result
  const width = Math.max(0, ...issues.map(({ source }) => displayWidth(source)))
  const lines = issues.map((issue) => {
    const symbol = issue.passes ? colours.green('✓') : colours.red('✗')
    const gap = ' '.repeat(width - displayWidth(issue.source) + 2)
    return `${symbol} ${issue.source}${gap}${formatDetails(issue)}`.trimEnd()
  })
  lines.push(...formatRuleCounts(result, { colour }))
  if (skippedDrafts.length > 0)
    lines.push(`${formatNumber(skippedDrafts.length, 'draft')} skipped (\`--drafts\` checks drafts too)`)
  if (outcome === 'misconfigured') lines.push('Nothing was checked: fix the config first.')
  else if (issues.length > 0) lines.push(formatConclusion(result))
  if (outcome === 'interrupted') lines.push('Interrupted: the remaining issues were not checked.')
  return lines.map((line) => `${line}\n`).join('')
}

function formatDetails({ messages, passes }: BuiltIssue): string {
  const counts = formatCounts(messages)
  if (passes || messages.errors > 0) return counts
  // With `--strict`, its warnings are enough; without any of its own, its template is to blame.
  return counts || 'errors in its template'
}

function formatConclusion({ issues, files, outcome }: RunResult): string {
  const ready = issues.filter(({ passes }) => passes).length
  const counts = formatCounts(countMessages(files))
  const others = outcome === 'failed' && ready === issues.length ? findOtherCauses({ issues, files }) : []
  const readiness =
    others.length > 0
      ? `not ready to send, because of ${listNames(others).replace(' or ', ' and ')}`
      : ready === issues.length
        ? 'ready to send'
        : `${ready} of them ready to send`
  return `Checked ${formatNumber(issues.length, 'issue')}: ${readiness}${counts && ` · ${counts}`}`
}

/** The paths of files with errors (with `--strict`, warnings) that are no issues, such as a config with a misspelled name. */
function findOtherCauses({ issues, files }: Pick<RunResult, 'issues' | 'files'>): string[] {
  const sources = new Set(issues.map(({ source }) => source))
  const records = createMessageRecords(files).filter(({ file }) => !sources.has(file))
  const errors = records.filter(({ severity }) => severity === 'error')
  const causes = errors.length > 0 ? errors : records.filter(({ severity }) => severity === 'warning')
  return [...new Set(causes.map(({ file }) => replaceControlCharacters(file)))]
}
