import picocolors from 'picocolors'
import { countMessages } from '../diagnostics/count-messages.ts'
import type { WatchedBuild } from '../watch.ts'
import { formatCounts, formatNumber } from './format-counts.ts'
import { formatIssueLines } from './format-issue-lines.ts'

/** With more issues than this, only those that were built or have errors or warnings are listed. */
const maxListed = 12

/** Formats the issues of a watch for a terminal: one line for each. */
export function formatWatchList({ result, rendered }: WatchedBuild, colour: boolean): string {
  const { issues } = result
  const isListed = ({ source, passes, messages }: (typeof issues)[number]) =>
    issues.length <= maxListed || rendered.includes(source) || !passes || messages.warnings > 0
  return formatIssueLines(issues.filter(isListed), colour)
    .map((line) => `${line}\n`)
    .join('')
}

/**
 * Formats the result of a watch's build in one line: `09:12:31  built 2024-11-28-sora in 84 ms · 1 warning`.
 * @param time the local time of day
 */
export function formatWatchLine(build: WatchedBuild, time: string, colour: boolean): string {
  const { result, milliseconds } = build
  const colours = picocolors.createColors(colour)
  const { errors, warnings } = countMessages(result.files)
  const paint = errors > 0 ? colours.red : warnings > 0 ? colours.yellow : colours.green
  const counts = formatCounts({ errors, warnings })
  const parts = [
    `${formatWork(build)} in ${Math.max(1, Math.round(milliseconds))} ms`,
    ...(counts ? [paint(counts)] : []),
  ]
  return `${colours.dim(time)}  ${parts.join(' · ')}\n`
}

function formatWork({ result, rendered, changed }: WatchedBuild): string {
  if (result.outcome === 'misconfigured') return 'nothing built: fix the config first'
  const { issues } = result
  const built = issues.filter(({ source }) => rendered.includes(source))
  const written = built.filter(({ sizes }) => sizes !== null)
  const [only] = built
  if (only && built.length === 1) return `${only.sizes ? 'built' : 'could not build'} ${only.slug}`
  if (built.length > 0)
    return written.length === built.length
      ? `built ${formatNumber(built.length, 'issue')}`
      : `built ${written.length} of ${formatNumber(built.length, 'issue')}`
  if (rendered.length > 0) return `rendered ${formatNumber(rendered.length, 'draft')} for the preview`
  return changed.length > 0 ? 'nothing to rebuild' : 'nothing to build'
}
