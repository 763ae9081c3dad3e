import picocolors from 'picocolors'
import type { BuildResult } from '../build.ts'
import { countMessages } from '../messages/count-messages.ts'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { toByteSize } from './to-byte-size.ts'
import { toCounts, toNumber } from './to-counts.ts'

export interface SummaryOptions {
  colour: boolean
  /** What the out folder is called. */
  shownOut: string
}

/**
 * What came of a build, for a person to read: one line for each issue, then one for all.
 */
export function toSummary(result: BuildResult, options: SummaryOptions): string {
  const colours = picocolors.createColors(options.colour)
  const { issues, leftOut, outcome } = result
  const width = Math.max(0, ...issues.map(({ slug }) => displayWidth(slug)))
  const lines = issues.map((issue) => {
    const mark = issue.sizes ? colours.green('✓') : colours.red('✗')
    const gap = ' '.repeat(width - displayWidth(issue.slug) + 2)
    return `${mark} ${issue.slug}${gap}${toDetails(issue)}`
  })
  const counts = toCounts(countMessages(result.files))
  if (counts) lines.push(counts)
  if (leftOut.length > 0)
    lines.push(`${toNumber(leftOut.length, 'draft')} left out (\`--drafts\` builds drafts too)`)
  if (outcome === 'misconfigured') lines.push('Nothing was built: the config has to be mended first.')
  else if (issues.length > 0) lines.push(`${toConclusion(issues)} into ${options.shownOut}/`)
  if (outcome === 'interrupted') lines.push('Interrupted: the remaining issues were not built.')
  return lines.map((line) => `${line}\n`).join('')
}

function toDetails({ sizes, files, messages }: BuiltIssue): string {
  const counts = toCounts(messages)
  if (!sizes) return counts ? `not written: ${counts}` : 'not written'
  const images = files.filter(({ path }) => path.split('/').length > 2).length
  const parts = [`html ${toByteSize(sizes.html)}`, `text ${toByteSize(sizes.text)}`]
  if (images > 0) parts.push(`${toNumber(images, 'image')} ${toByteSize(sizes.images)}`)
  if (counts) parts.push(counts)
  return parts.join(' · ')
}

function toConclusion(issues: BuiltIssue[]): string {
  const written = issues.filter(({ sizes }) => sizes !== null)
  return written.length === issues.length
    ? `Built ${toNumber(issues.length, 'issue')}`
    : `Built ${written.length} of ${toNumber(issues.length, 'issue')}`
}
