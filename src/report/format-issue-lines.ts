import { posix } from 'node:path'
import picocolors from 'picocolors'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { images } from '../render/outputs/images.ts'
import { votePages } from '../render/outputs/vote-pages.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { formatCounts, formatNumber } from './format-counts.ts'

/** Formats one line for each issue: whether it was written, and its sizes. */
export function formatIssueLines(issues: BuiltIssue[], colour: boolean): string[] {
  const colours = picocolors.createColors(colour)
  // Of issues with the same slug none is written; their files tell them apart.
  const isShared = ({ slug }: BuiltIssue) => issues.filter((other) => other.slug === slug).length > 1
  const names = new Map(issues.map((issue) => [issue, isShared(issue) ? issue.source : issue.slug]))
  const width = Math.max(0, ...[...names.values()].map(displayWidth))
  return [...names].map(([issue, name]) => {
    const symbol = issue.sizes ? colours.green('✓') : colours.red('✗')
    const gap = ' '.repeat(width - displayWidth(name) + 2)
    return `${symbol} ${name}${gap}${formatDetails(issue)}`
  })
}

function formatDetails({ sizes, files, messages }: BuiltIssue): string {
  const counts = formatCounts(messages)
  if (!sizes) return counts ? `not written: ${counts}` : 'not written'
  const findPaths = ({ name }: { name: string }) =>
    files.filter(({ output }) => output === name).map(({ path }) => path)
  const pageCount = findPaths(votePages).length
  // Each target has its own copies of the images.
  const imageCount = new Set(findPaths(images).map((path) => posix.basename(path))).size
  const parts = [`html ${formatByteSize(sizes.html)}`, `text ${formatByteSize(sizes.text)}`]
  if (imageCount > 0) parts.push(`${formatNumber(imageCount, 'image')} ${formatByteSize(sizes.images)}`)
  if (pageCount > 0) parts.push(formatNumber(pageCount, 'vote page'))
  if (counts) parts.push(counts)
  return parts.join(' · ')
}

/**
 * Formats a size: `512 B`, `14.2 kB`, `3.1 MB`. A kilobyte is 1000 bytes, as in the SI.
 * @param bytes a whole number
 */
export function formatByteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const kilobytes = bytes / 1000
  return kilobytes < 999.95 ? `${kilobytes.toFixed(1)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`
}
