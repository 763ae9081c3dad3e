import picocolors from 'picocolors'
import { voteFolder } from '../addresses/vote-page.ts'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { toByteSize } from './to-byte-size.ts'
import { toCounts, toNumber } from './to-counts.ts'

/** One line for each issue: whether it was written, and how heavy it is. */
export function toIssueLines(issues: BuiltIssue[], colour: boolean): string[] {
  const colours = picocolors.createColors(colour)
  const width = Math.max(0, ...issues.map(({ slug }) => displayWidth(slug)))
  return issues.map((issue) => {
    const mark = issue.sizes ? colours.green('✓') : colours.red('✗')
    const gap = ' '.repeat(width - displayWidth(issue.slug) + 2)
    return `${mark} ${issue.slug}${gap}${toDetails(issue)}`
  })
}

function toDetails({ sizes, files, messages }: BuiltIssue): string {
  const counts = toCounts(messages)
  if (!sizes) return counts ? `not written: ${counts}` : 'not written'
  const pages = files.filter(({ path }) => path.startsWith(`${voteFolder}/`)).length
  // Each target has its own copies, and so has the page.
  const images = new Set(files.flatMap(({ path }) => /\/images\/([^/]+)$/.exec(path)?.[1] ?? [])).size
  const parts = [`html ${toByteSize(sizes.html)}`, `text ${toByteSize(sizes.text)}`]
  if (images > 0) parts.push(`${toNumber(images, 'image')} ${toByteSize(sizes.images)}`)
  if (pages > 0) parts.push(toNumber(pages, 'vote page'))
  if (counts) parts.push(counts)
  return parts.join(' · ')
}
