import { nearest } from '../diagnostics/nearest.ts'
import { readIssueFiles } from '../files/read-issue-files.ts'
import { UsageError } from '../files/usage-error.ts'
import { parseMatter } from '../parse/parse-issue.ts'
import { defaultSettings } from '../settings.ts'

/**
 * Finds the file of an issue by its slug, with or without the date at its beginning.
 * @param name as typed: `2024-12-03-two-sums`, or `two-sums`
 * @param root the newsletter's folder, absolute
 * @returns its path, relative to the root, with `/`
 * @throws {UsageError} when there is none, with the nearest slug, or when several differ only in their dates
 */
export function findIssuePath(name: string, root: string): string {
  const issues = readIssueFiles(root).issues.map((file) => ({
    path: file.path,
    slug: parseMatter(file, defaultSettings).slug,
  }))
  const exact = issues.find(({ slug }) => slug === name)
  const undated = issues.filter(({ slug }) => removeDate(slug) === name)
  const [found, ...others] = exact ? [exact] : undated
  if (found === undefined) {
    const names = issues.flatMap(({ slug }) =>
      slug === removeDate(slug) ? [slug] : [slug, removeDate(slug)],
    )
    const near = nearest(name, names)
    const expected = near === undefined ? "an issue's file or slug" : `\`${near}\``
    throw new UsageError(`Cannot find \`${name}\`, expected ${expected}`)
  }
  if (others.length > 0) {
    const slugs = undated.map(({ slug }) => `\`${slug}\``).join(', ')
    throw new UsageError(`Unexpected name \`${name}\` of several issues, expected one of ${slugs}`)
  }
  return found.path
}

function removeDate(slug: string): string {
  return slug.replace(/^\d{4}-\d{2}-\d{2}-/, '')
}
