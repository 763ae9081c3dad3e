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
  const found = findBySlug(name, issues)
  if (found === undefined) {
    const names = issues.flatMap(({ slug }) =>
      slug === removeDate(slug) ? [slug] : [slug, removeDate(slug)],
    )
    const near = nearest(name, names)
    const expected = near === undefined ? "an issue's file or slug" : `\`${near}\``
    throw new UsageError(`Cannot find \`${name}\`, expected ${expected}`)
  }
  return found.path
}

/**
 * Finds an issue by its slug, else by its slug without the date at the beginning.
 * @throws {UsageError} when several differ only in their dates
 */
export function findBySlug<Issue extends { slug: string }>(
  name: string,
  issues: readonly Issue[],
): Issue | undefined {
  const exact = issues.find(({ slug }) => slug === name)
  if (exact) return exact
  const [found, ...others] = issues.filter(({ slug }) => removeDate(slug) === name)
  if (!found || others.length === 0) return found
  const slugs = [found, ...others].map(({ slug }) => `\`${slug}\``).join(', ')
  throw new UsageError(`Unexpected name \`${name}\` of several issues, expected one of ${slugs}`)
}

function removeDate(slug: string): string {
  return slug.replace(/^\d{4}-\d{2}-\d{2}-/, '')
}
