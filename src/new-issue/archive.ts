/** An issue that is there already, as far as the next one follows it. */
export interface ArchiveIssue {
  /** Relative to the newsletter's folder, with `/`. */
  path: string
  text: string
  slug: string
  /** As in the front matter or in the file's name. */
  date?: string | undefined
  /** The front matter's `number`. */
  number?: number | undefined
  /** The key of the sponsor in its masthead. */
  sponsor?: string | undefined
}

/**
 * Sorts issues from the last to the first: by date, those without one by the numbers in their names, and before all that
 * have a date.
 */
export function sortLatestFirst(issues: readonly ArchiveIssue[]): ArchiveIssue[] {
  const compareNames = new Intl.Collator('en', { numeric: true }).compare
  return issues.toSorted((a, b) => {
    const [one, other] = [a.date ?? '', b.date ?? '']
    return one === other ? compareNames(b.path, a.path) : one < other ? 1 : -1
  })
}
