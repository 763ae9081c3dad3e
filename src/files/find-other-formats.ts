import { posix } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { isMarkdownPath } from '../urls/issue-paths.ts'
import { readListing } from './read-listing.ts'

/** Formats that issues of other programs are written in, and none that a picture or a download has. */
const textFormat = /\.(?:html?|mdx|mdown|mkdn?|mdwn|txt|text|org|rst|adoc|asciidoc|textile|ipynb|qmd|rmd)$/i

/** Files about a folder, which no program takes for an issue. */
const aboutFolder = /^(?:readme|licen[cs]e|copying|changelog|contributing|authors|robots)\b/i

/**
 * Finds files below `issues/` that may be issues in a format that is not read: pages of HTML from an export, MDX,
 * notebooks. A file with the name of an issue beside it, or beside an `index.md`, belongs to that issue.
 * @param root the newsletter's folder, absolute
 * @returns a file with one message for all of them, and nothing when there are none
 */
export function findOtherFormats(root: string): VFile[] {
  const { paths } = readListing(root, 'issues', (path, isFolder) => {
    const name = posix.basename(path)
    if (/^[._]/.test(name)) return false
    if (isFolder) return path !== 'issues/images'
    return isMarkdownPath(name) || (textFormat.test(name) && !aboutFolder.test(name))
  })
  const issues = new Set(paths.filter(isMarkdownPath).map(removeExtension))
  const isPart = (path: string) =>
    issues.has(removeExtension(path)) || issues.has(`${posix.dirname(path)}/index`)
  const others = paths.filter((path) => !isMarkdownPath(path) && !isPart(path)).sort()
  const [first] = others
  if (first === undefined) return []
  const file = new VFile({ path: first, cwd: root, value: '' })
  report(
    file,
    `Unexpected ${countFormats(others)} in \`issues/\`, expected Markdown (\`.md\` or \`.markdown\`)`,
    {
      ruleId: 'file-format',
      severity: 'warning',
      note:
        others.length > 1
          ? `Only Markdown is read, so that ${others.length} files, such as \`${first}\`, are left out. Convert those that are issues, and move the others out of \`issues/\` or begin their names with \`_\`.`
          : 'Only Markdown is read, so that this file is left out. If it is an issue, convert it; if not, move it out of `issues/` or begin its name with `_`.',
    },
  )
  return [file]
}

/** Formats how many files there are of each format, the most frequent first: `12 .html and 1 .txt files`. */
function countFormats(paths: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const extension = posix.extname(path).toLowerCase()
    counts.set(extension, (counts.get(extension) ?? 0) + 1)
  }
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([extension, count]) => `${count} \`${extension}\``)
  return `${parts.join(', ').replace(/, ([^,]*)$/, ' and $1')} ${paths.length === 1 ? 'file' : 'files'}`
}

function removeExtension(path: string): string {
  return path.slice(0, path.length - posix.extname(path).length)
}
