import { describe, expect, test } from 'vitest'
import { formatRuleCounts } from '../../src/report/format-rule-counts.ts'
import { toFile } from './files.ts'

/** A file with so many messages of a rule. */
function toCounted(path: string, counts: Record<string, number>, severity: 'error' | 'warning' = 'warning') {
  const messages = Object.entries(counts).flatMap(([ruleId, count]) =>
    Array.from({ length: count }, (_, index) => ({
      ruleId,
      place: { line: index + 1, column: 1 },
      severity,
    })),
  )
  return toFile(
    path,
    '',
    ...messages.map((message): [string, (typeof messages)[number]] => [`Bad ${message.ruleId}`, message]),
  )
}

/** The table of a run over these files, which are all issues but for templates. */
function countRules(...files: ReturnType<typeof toFile>[]): string {
  const issues = files.filter(({ path }) => path.startsWith('issues/'))
  const built = issues.map(({ path }) => ({
    ...{ source: path, slug: '', subject: '', date: null, files: [], sizes: null, facts: null, passes: true },
    messages: { errors: 0, warnings: 0 },
  }))
  return formatRuleCounts({ files, issues: built }, { colour: false }).join('\n')
}

describe('the table of rules', () => {
  test('has errors first, then the most frequent rules', () => {
    const files = [
      toCounted('issues/a.md', { 'link-insecure': 36, 'link-text': 1 }),
      toCounted('issues/b.md', { 'link-insecure': 4, 'merge-tag': 2 }),
      toCounted('issues/c.md', { 'link-address': 1 }, 'error'),
    ]
    expect(countRules(...files)).toBe(`
  link-address    1 error     in 1 issue
  link-insecure  40 warnings  in 2 issues
  merge-tag       2 warnings  in 1 issue
  link-text       1 warning   in 1 issue
`)
  })

  test('counts files where not all of them are issues', () => {
    const files = [
      toCounted('issues/a.md', { 'merge-tag': 5 }),
      toCounted('templates/default/layout.html', { 'merge-tag': 1 }),
    ]
    expect(countRules(...files)).toContain('merge-tag  6 warnings  in 2 files')
  })

  test('is left out for five messages, and when no rule has two', () => {
    expect(countRules(toCounted('issues/a.md', { a: 5 }))).toBe('')
    expect(countRules(toCounted('issues/a.md', { a: 6 }))).not.toBe('')
    expect(countRules(toCounted('issues/a.md', { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }))).toBe('')
  })

  test('leaves out information', () => {
    const file = toCounted('issues/a.md', { a: 5 })
    file.info('By the way', { ruleId: 'a' })
    expect(countRules(file)).toBe('')
  })
})
