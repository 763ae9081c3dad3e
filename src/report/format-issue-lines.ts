import picocolors from 'picocolors'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { voteFolder } from '../urls/vote-page.ts'
import { formatByteSize } from './format-byte-size.ts'
import { formatCounts, formatNumber } from './format-counts.ts'

/** One line for each issue: whether it was written, and how heavy it is. */
export function formatIssueLines(issues: BuiltIssue[], colour: boolean): string[] {
  const colours = picocolors.createColors(colour)
  const width = Math.max(0, ...issues.map(({ slug }) => displayWidth(slug)))
  return issues.map((issue) => {
    const mark = issue.sizes ? colours.green('✓') : colours.red('✗')
    const gap = ' '.repeat(width - displayWidth(issue.slug) + 2)
    return `${mark} ${issue.slug}${gap}${toDetails(issue)}`
  })
}

function toDetails({ sizes, files, messages }: BuiltIssue): string {
  const counts = formatCounts(messages)
  if (!sizes) return counts ? `not written: ${counts}` : 'not written'
  const pages = files.filter(({ path }) => path.startsWith(`${voteFolder}/`)).length
  // Each target has its own copies, and so has the page.
  const images = new Set(files.flatMap(({ path }) => /\/images\/([^/]+)$/.exec(path)?.[1] ?? [])).size
  const parts = [`html ${formatByteSize(sizes.html)}`, `text ${formatByteSize(sizes.text)}`]
  if (images > 0) parts.push(`${formatNumber(images, 'image')} ${formatByteSize(sizes.images)}`)
  if (pages > 0) parts.push(formatNumber(pages, 'vote page'))
  if (counts) parts.push(counts)
  return parts.join(' · ')
}
