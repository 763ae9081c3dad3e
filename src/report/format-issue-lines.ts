import { posix } from 'node:path'
import picocolors from 'picocolors'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { images } from '../render/outputs/images.ts'
import { votePages } from '../render/outputs/vote-pages.ts'
import { displayWidth } from '../typeset/display-width.ts'
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
  const pathsOf = ({ name }: { name: string }) =>
    files.filter(({ output }) => output === name).map(({ path }) => path)
  const pages = pathsOf(votePages).length
  // Each target has its own copies.
  const pictures = new Set(pathsOf(images).map((path) => posix.basename(path))).size
  const parts = [`html ${formatByteSize(sizes.html)}`, `text ${formatByteSize(sizes.text)}`]
  if (pictures > 0) parts.push(`${formatNumber(pictures, 'image')} ${formatByteSize(sizes.images)}`)
  if (pages > 0) parts.push(formatNumber(pages, 'vote page'))
  if (counts) parts.push(counts)
  return parts.join(' · ')
}
