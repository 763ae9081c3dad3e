import { expect, test } from 'vitest'
import { parseLength } from '../../src/css/parse-length.ts'

test.each([
  ['16px', 16],
  [' 12pt ', 16],
  ['1.5rem', 24],
  ['2em', 40],
  ['.5em', 10],
  ['110%', 22],
  ['0px', 0],
])('%s in text of 20 px', (value, expected) => {
  expect(parseLength(value, 20)).toBeCloseTo(expected)
})

test.each(['', '0', 'inherit', 'large', '1vw', '-1px', '1.2.3px', 'calc(1px + 1em)', '16 px'])(
  '`%s` has no length',
  (value) => {
    expect(parseLength(value, 20)).toBeUndefined()
  },
)
