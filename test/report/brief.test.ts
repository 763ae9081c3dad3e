import { expect, test } from 'vitest'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { toFile } from './files.ts'

const place = { line: 1, column: 1 }

/** Six issues with two messages of one rule each. */
function toIssues(severity: 'error' | 'warning') {
  return Array.from({ length: 6 }, (_, index) =>
    toFile(
      `issues/${index + 1}.md`,
      'the line\n',
      ['Bad', { ruleId: 'odd', place, severity, note: 'Do this.' }],
      ['Worse', { ruleId: 'odd', place, severity, note: 'Do this.' }],
    ),
  )
}

test('the same message in several files is printed once, with all its places', () => {
  for (const severity of ['warning', 'error'] as const) {
    const printed = formatPretty(toIssues(severity), { colour: false, brief: true })
    expect(printed).toBe(`issues/1.md:1:1  ${severity}  Bad  (odd)

> 1 | the line
    | ^

  Do this.
  Also in issues/2.md:1, issues/3.md:1, issues/4.md:1, issues/5.md:1 and issues/6.md:1

issues/1.md:1:1  ${severity}  Worse  (odd)

> 1 | the line
    | ^

  Also in issues/2.md:1, issues/3.md:1, issues/4.md:1, issues/5.md:1 and issues/6.md:1

`)
  }
})

/** Six issues with two messages of one rule each, all different. */
function toVariedIssues(severity: 'error' | 'warning') {
  return Array.from({ length: 6 }, (_, index) =>
    toFile(
      `issues/${index + 1}.md`,
      'the line\n',
      [`Bad ${index}`, { ruleId: 'odd', place, severity, note: 'Do this.' }],
      [`Worse ${index}`, { ruleId: 'odd', place, severity, note: 'Do this.' }],
    ),
  )
}

test('a note is printed once for all issues, and the lines of a rule’s first ten warnings', () => {
  const printed = formatPretty(toVariedIssues('warning'), { colour: false, brief: true })
  expect(printed.match(/Bad|Worse/g)).toHaveLength(12)
  expect(printed.match(/Do this\./g)).toHaveLength(1)
  expect(printed.match(/the line/g)).toHaveLength(10)
  expect(
    printed.endsWith(
      'issues/6.md:1:1  warning  Bad 5  (odd)\n\nissues/6.md:1:1  warning  Worse 5  (odd)\n\n',
    ),
  ).toBe(true)
})

test('errors are always printed with their lines', () => {
  const printed = formatPretty(toVariedIssues('error'), { colour: false, brief: true })
  expect(printed.match(/the line/g)).toHaveLength(12)
})

test('errors that are only counted have the lines of each, and how to see them', () => {
  const errors = Array.from({ length: 12 }, (_, index): [string, { ruleId: string; place: typeof place }] => [
    `Bad ${index}`,
    { ruleId: 'odd', place: { line: index + 1, column: 1 } },
  ])
  const files = ['issues/1.md', 'issues/2.md'].map((path) => toFile(path, 'x\n'.repeat(12), ...errors))
  const printed = formatPretty(files, { colour: false, brief: true })
  const counted = '… and 7 more of `odd` (lines 6, 7, 8, 9, 10, 11, 12)\n  `--verbose` prints all of them.\n'
  expect(printed).toContain(`issues/1.md  error  ${counted}`)
  expect(printed).toContain(`issues/2.md  error  ${counted}`)
})

test('without it everything is printed', () => {
  const printed = formatPretty(toIssues('warning'), { colour: false })
  expect(printed.match(/Do this\./g)).toHaveLength(12)
  expect(printed.match(/the line/g)).toHaveLength(12)
})
