import { expectedName } from '../diagnostics/list-names.ts'
import { UsageError } from '../files/usage-error.ts'
import type { IssueFile, Newsletter } from './load-newsletter.ts'

/**
 * Finds an issue by its slug or by its file's path relative to the newsletter's folder.
 * @throws {UsageError} when there is none, with the nearest slug
 */
export function findIssue({ issues }: Pick<Newsletter, 'issues'>, name: string): IssueFile {
  const found =
    issues.find(({ matter }) => matter.slug === name) ??
    issues.find(({ file }) => file.path === name.replace(/^\.\//, ''))
  if (found) return found
  const slugs = issues.map(({ matter }) => matter.slug)
  throw new UsageError(`Unexpected issue \`${name}\`, expected ${expectedName(name, slugs)}`)
}
