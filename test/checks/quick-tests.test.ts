import { expect, test } from 'vitest'
import { indexLetters, toLetters } from '../../src/checks/readers/letters.ts'
import { splitWords } from '../../src/checks/readers/split-words.ts'
import { requiredTagName, subjectClass } from '../../src/css/selectors.ts'
import { createRandom } from '../property/random.ts'

const pieces = [
  ...['a', 'ab1', 'Zoë', 'e\u0301', 'ß', 'ﬁ', 'İ', 'ΟΔΟΣ', 'word', '42', '٣', 'naïve', 'x²', 'K'],
  ...[
    ' ',
    '\n',
    '\u00a0',
    '’',
    '-',
    '_',
    '“',
    '…',
    '.',
    '`',
    '{',
    '~',
    '@',
    '\ufffc',
    '\ue000',
    '🎧',
    '\u200d',
  ],
]

/** Texts of ASCII with a few other characters, in which words end before each kind of sign. */
const texts = Array.from({ length: 3000 }, (_, seed) => {
  const random = createRandom(seed + 1)
  return Array.from({ length: 12 }, () => random.pick(pieces)).join('')
})

test('words of mostly ASCII are split as by the plain pattern', () => {
  for (const text of texts) {
    const folded = text.normalize('NFKC').toLowerCase()
    expect(splitWords(text)).toEqual(folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    const runs = folded.match(/[\p{L}\p{N}]+/gu) ?? []
    expect(toLetters(text)).toBe(runs.join(''))
    expect(indexLetters(text).starts.size).toBe(runs.length + 1)
  }
})

test.each([
  ['.data tr > td.long', 'long'],
  ['p.a.b', 'a'],
  ['.a', 'a'],
  ['.a p', ''],
  ['p', ''],
  ['#a', ''],
  ['.a:not(.b)', ''],
  ['[data-ogsc] .a', ''],
  ['.a\\:b', ''],
])('the class of what %s matches is `%s`', (selector, name) => {
  expect(subjectClass(selector)).toBe(name)
})

test.each([
  ['.data tr > td.long', 'td'],
  ['.ink A', 'a'],
  ['pre', 'pre'],
  ['.a p#b', 'p'],
  ['.a', undefined],
  ['td > .a', undefined],
  ['p:not(.a b)', undefined],
  [':is(p, a)', undefined],
  ['[title="an a"]', undefined],
])('the name of what %s matches is `%s`', (selector, name) => {
  expect(requiredTagName(selector)).toBe(name)
})
