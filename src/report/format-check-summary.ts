import picocolors from 'picocolors'
import type { RunResult } from '../build.ts'
import { countMessages } from '../diagnostics/count-messages.ts'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { formatCounts, formatNumber } from './format-counts.ts'

/**
 * What came of a check, for a person to read: one line for each issue, then one for all.
 */
export function formatCheckSummary(result: RunResult, { colour }: { colour: boolean }): string {
  const colours = picocolors.createColors(colour)
  const { issues, skippedDrafts, outcome } = result
  const width = Math.max(0, ...issues.map(({ source }) => displayWidth(source)))
  const lines = issues.map((issue) => {
    const mark = issue.passes ? colours.green('✓') : colours.red('✗')
    const gap = ' '.repeat(width - displayWidth(issue.source) + 2)
    return `${mark} ${issue.source}${gap}${toDetails(issue)}`.trimEnd()
  })
  if (skippedDrafts.length > 0)
    lines.push(`${formatNumber(skippedDrafts.length, 'draft')} left out (\`--drafts\` checks drafts too)`)
  if (outcome === 'misconfigured') lines.push('Nothing was checked: the config has to be mended first.')
  else if (issues.length > 0) lines.push(toConclusion(result))
  if (outcome === 'interrupted') lines.push('Interrupted: the remaining issues were not checked.')
  return lines.map((line) => `${line}\n`).join('')
}

function toDetails({ messages, passes }: BuiltIssue): string {
  const counts = formatCounts(messages)
  if (passes || messages.errors > 0) return counts
  // Strict, its own warnings are enough; without any, what keeps it is in its template.
  return counts || 'its template has mistakes'
}

function toConclusion({ issues, files }: RunResult): string {
  const ready = issues.filter(({ passes }) => passes).length
  const counts = formatCounts(countMessages(files))
  const verdict = ready === issues.length ? 'ready to send' : `${ready} of them ready to send`
  return `Checked ${formatNumber(issues.length, 'issue')}: ${verdict}${counts && ` · ${counts}`}`
}
