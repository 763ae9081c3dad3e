import type { Rule } from 'postcss'
import { expect, test } from 'vitest'
import { parseStyleSheet } from '../../src/css/parse-css.ts'
import {
  isKeyframe,
  lastCompound,
  specificity,
  splitSelectors,
  subjectTagName,
} from '../../src/css/selectors.ts'

test.each([
  ['a', ['a']],
  [' a ,\n b,', ['a', 'b']],
  ['[title="a,b"],c', ['[title="a,b"]', 'c']],
  ["[title='a,b'],c", ["[title='a,b']", 'c']],
  [':is(a, b) > c, :not(:is(d, e))', [':is(a, b) > c', ':not(:is(d, e))']],
  ['', []],
])('`%s` is split', (list, expected) => {
  expect(splitSelectors(list)).toEqual(expected)
})

test.each([
  ['td', 'td'],
  ['.data tr > TD.long', 'td'],
  ['a:hover', 'a'],
  ['a[href]', 'a'],
  ['h1+p', 'p'],
  ['.lead', undefined],
  ['td .lead', undefined],
  ['*', undefined],
])('`%s` matches the element %s', (selector, expected) => {
  expect(subjectTagName(selector)).toBe(expected)
})

test.each([
  ['td', 'td'],
  [' .data tr>td.long ', 'td.long'],
  ['u + .body ~ a', 'a'],
])('the last part of `%s`', (selector, expected) => {
  expect(lastCompound(selector)).toBe(expected)
})

test.each([
  ['a', [0, 0, 1]],
  ['UL LI', [0, 0, 2]],
  ['*', [0, 0, 0]],
  ['.a.b', [0, 2, 0]],
  ['#a .b > c', [1, 1, 1]],
  ['a:hover', [0, 1, 1]],
  ['a[href="x"]', [0, 1, 1]],
  ['[data-ogsc] a', [0, 1, 1]],
  ['td:not(.a)', [0, 1, 1]],
])('the specificity of `%s`', (selector, expected) => {
  expect(specificity(selector)).toEqual(expected)
})

test.each([
  ['@keyframes a{from{b:c}}', true],
  ['@-webkit-KEYFRAMES a{from{b:c}}', true],
  ['@media print{from{b:c}}', false],
  ['from{b:c}', false],
])('whether the rule in `%s` is a keyframe', (css, expected) => {
  const rules: Rule[] = []
  parseStyleSheet(css).walkRules((rule) => void rules.push(rule))
  expect(rules.map(isKeyframe)).toEqual([expected])
})
