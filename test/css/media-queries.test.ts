import type { Rule } from 'postcss'
import { expect, test } from 'vitest'
import {
  declaresDarkScheme,
  isDarkQuery,
  isPlainMedia,
  replaceColourScheme,
  replaceSchemeDeclarations,
  replaceSchemeQuery,
  replaceSchemeValue,
  resolveColourScheme,
} from '../../src/css/media-queries.ts'
import { enclosingConditions, parseStyleSheet } from '../../src/css/parse-css.ts'

test.each([
  ['(prefers-color-scheme:dark)', true],
  ['( prefers-color-scheme : dark )', true],
  ['(prefers-color-scheme:light)', false],
  ['(prefers-color-scheme:dark) and (max-width:600px)', false],
  ['print', false],
])('whether `%s` is for dark mode alone', (params, expected) => {
  expect(isDarkQuery(params)).toBe(expected)
})

test.each([
  ['a{b:c}', []],
  ['@media print{a{b:c}}', ['print']],
  ['@supports (d:e){@media (x) and (y){a{b:c}}}', ['(x) and (y)', '@supports']],
])('the conditions around the rule in `%s`', (css, expected) => {
  const rules: Rule[] = []
  parseStyleSheet(css).walkRules((rule) => void rules.push(rule))
  expect(rules.map(({ parent }) => enclosingConditions(parent))).toEqual([expected])
})

test.each([
  [[], 'both'],
  [['', 'all', ' only SCREEN '], 'both'],
  [['(prefers-color-scheme: dark)'], 'dark'],
  [['screen and (PREFERS-COLOR-SCHEME:DARK)', 'screen'], 'dark'],
  [['(prefers-color-scheme: dark) and (max-width: 600px)'], undefined],
  [['(prefers-color-scheme: light)'], undefined],
  [['print'], undefined],
  [['@supports', '(prefers-color-scheme: dark)'], undefined],
])('rules with the conditions %j apply in %s', (conditions, expected) => {
  expect(resolveColourScheme(conditions)).toBe(expected)
})

test.each([
  ['screen', true],
  ['only screen and (max-width: 600px)', true],
  ['(min-height:1px), all', true],
  ['print', false],
  ['(prefers-color-scheme: dark)', false],
  ['(orientation: portrait)', false],
])('whether every client understands `%s`', (params, expected) => {
  expect(isPlainMedia(params)).toBe(expected)
})

test.each([
  [':root{color-scheme:light dark}', true],
  [':root{color-scheme : dark}', true],
  [':root{color-scheme:light}a{background:darkred}', false],
])('whether `%s` supports dark mode', (css, expected) => {
  expect(declaresDarkScheme(css)).toBe(expected)
})

test.each([
  ['@media (prefers-color-scheme: dark){a{b:c}}', '@media (min-width:0){a{b:c}}'],
  ['@MEDIA screen and (Prefers-Color-Scheme:LIGHT){a{b:c}}', '@MEDIA screen and (max-width:-1px){a{b:c}}'],
  ['@media (prefers-color-scheme){a{b:c}}', '@media (min-width:0){a{b:c}}'],
  [':root{color-scheme:light dark}', ':root{color-scheme:dark}'],
  [':root{color-scheme: light !important}', ':root{color-scheme: light !important}'],
  ['a{content:"(prefers-color-scheme: dark)"}', 'a{content:"(prefers-color-scheme: dark)"}'],
  ['a{b:c}}@media (prefers-color-scheme:dark){', 'a{b:c}}@media (min-width:0){'],
])('in the dark `%s` becomes `%s`', (css, expected) => {
  expect(replaceColourScheme(css, 'dark')).toBe(expected)
})

test('and so do attributes', () => {
  expect(replaceSchemeQuery('(prefers-color-scheme: dark)', 'light')).toBe('(max-width:-1px)')
  expect(replaceSchemeDeclarations('color:red;color-scheme:dark light', 'light')).toBe(
    'color:red;color-scheme:light',
  )
  expect(
    ['light dark', 'DARK LIGHT', 'dark', 'normal'].map((value) => replaceSchemeValue(value, 'light')),
  ).toEqual(['light', 'light', 'dark', 'normal'])
})
