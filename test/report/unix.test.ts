import { expect, test } from 'vitest'
import { formatUnix } from '../../src/report/format-unix.ts'
import { toFile } from './files.ts'

test('a line for each message, also of a reason or a path with line breaks', () => {
  const file = toFile('a\nb.md', 'x\n', ['Bad:\n  `x`', { ruleId: 'r', note: 'A note\nof two lines' }])
  expect(formatUnix([file])).toBe('a␊b.md:1:1: Bad: `x` [error/r]\n')
})

test('a message of another tool has no rule', () => {
  const file = toFile('a.md', 'x\n')
  file.message('Odd', { place: { line: 1, column: 2 } })
  expect(formatUnix([file])).toBe('a.md:1:2: Odd [warning]\n')
})

test('quiet omits information', () => {
  const file = toFile('a.md', 'x\n', ['A', { ruleId: 'r' }], ['B', { ruleId: 'r', severity: 'info' }])
  expect(formatUnix([file], { quiet: true })).toBe('a.md:1:1: A [error/r]\n')
  expect(formatUnix([])).toBe('')
})

test('a file can be shown under another path', () => {
  const file = toFile('a.md', 'x\n', ['A', { ruleId: 'r' }])
  expect(formatUnix([file], { formatPath: ({ path }) => `news/${path}` })).toBe(
    'news/a.md:1:1: A [error/r]\n',
  )
})
