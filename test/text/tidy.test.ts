import { expect, test } from 'vitest'
import { blankLine } from '../../src/private-use.ts'
import { tidy } from '../../src/text/tidy.ts'

test.each([
  ['spaces at line ends', 'a  \nb\t\n', 'a\nb\n'],
  ['other line ends', 'a\r\nb\rc', 'a\nb\nc\n'],
  ['more than two blank lines', '\n\na\n\n\n\n\nb\n\n', 'a\n\n\nb\n'],
  ['blank lines of code', `a\n    x\n${`    ${blankLine}\n`.repeat(4)}    y`, 'a\n    x\n\n\n\n\n    y\n'],
  ['signatures', 'a\n-- \nb\n--\nc\n---\n-- d', 'a\n—\nb\n—\nc\n---\n-- d\n'],
  ['invisible characters', '\uFEFFa\u200Bb\u00ADc\u200Dd', 'abc\u200Dd\n'],
  ['control characters', 'a\u0000\u0007\u001B[1mb\u0085c', 'a[1mbc\n'],
  ['decomposed letters', 'e\u0301', '\u00E9\n'],
  ['URLs', 'https://example.com/e\u0301', 'https://example.com/e\u0301\n'],
  ['merge tags', '\uE000\uE101\uE002', '\uE000\uE101\uE002\n'],
  ['nothing', ' \n ', '\n'],
])('%s', (_, text, tidied) => {
  expect(tidy(text)).toBe(tidied)
})
