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

test('a note is printed once for all issues, and the lines of a rule’s first ten warnings', () => {
  const printed = formatPretty(toIssues('warning'), { colour: false, brief: true })
  expect(printed.match(/Bad|Worse/g)).toHaveLength(12)
  expect(printed.match(/Do this\./g)).toHaveLength(1)
  expect(printed.match(/the line/g)).toHaveLength(10)
  expect(
    printed.endsWith('issues/6.md:1:1  warning  Bad  (odd)\n\nissues/6.md:1:1  warning  Worse  (odd)\n\n'),
  ).toBe(true)
})

test('errors are always printed with their lines', () => {
  expect(formatPretty(toIssues('error'), { colour: false, brief: true }).match(/the line/g)).toHaveLength(12)
})

test('without it everything is printed', () => {
  const printed = formatPretty(toIssues('warning'), { colour: false })
  expect(printed.match(/Do this\./g)).toHaveLength(12)
  expect(printed.match(/the line/g)).toHaveLength(12)
})
