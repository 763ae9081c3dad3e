import type { Declaration, Rule } from 'postcss'
import { expect, test } from 'vitest'
import {
  declarationKey,
  formatAtRule,
  formatDeclaration,
  formatImportant,
  formatInline,
  formatSelectors,
  ruleKey,
  shortenCss,
} from '../../src/css/format-css.ts'
import { parseDeclarations, parseStyleSheet } from '../../src/css/parse-css.ts'

function parseOne(style: string): Declaration {
  const [declaration] = parseDeclarations(style)
  if (!declaration) throw new Error(`No declaration in ${style}`)
  return declaration
}

test.each([
  ['border-radius:6px', 'border-radius: 6px'],
  ['COLOR :\n Red ! IMPORTANT', 'COLOR: Red !important'],
  ['grid-template:\n  "a  b"\n  "c  d"', 'grid-template: "a b" "c d"'],
  ['background:url(data:image/png;base64,AA==)', 'background: url(data:image/png;base64,AA==)'],
  [
    'font-family: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r',
    'font-family: a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p…',
  ],
])('the declaration `%s`', (style, expected) => {
  expect(formatDeclaration(parseOne(style))).toBe(expected)
})

test('at-rules and selectors', () => {
  expect(formatAtRule({ name: 'media', params: 'screen  and (max-width : 600px) , print' })).toBe(
    '@media screen and (max-width:600px),print',
  )
  expect(formatSelectors(['td >\n.lead', 'th'])).toBe('td > .lead, th')
})

test.each([
  ['color:red', ''],
  ['color:red!important', '!important'],
  ['color:red ! IMPORTANT', '! IMPORTANT'],
])('the `!important` of `%s`', (style, expected) => {
  expect(formatImportant(parseOne(style))).toBe(expected)
})

test('long CSS is cut', () => {
  expect(formatInline(' a\n  b\t')).toBe('a b')
  expect(shortenCss('x'.repeat(60))).toBe('x'.repeat(60))
  expect(shortenCss('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`)
  expect(shortenCss('x'.repeat(61), 57)).toBe(`${'x'.repeat(57)}…`)
})

test.each([
  ['color:red', 'COLOR : Red'],
  [`font-family:"Segoe UI", Arial`, `font-family:'Segoe UI',Arial`],
  ['margin:0\n  auto', 'margin:0 auto'],
])('`%s` and `%s` are the same declaration', (first, second) => {
  expect(declarationKey(parseOne(first))).toBe(declarationKey(parseOne(second)))
})

test.each([
  ['a > b , c{}', 'a>b,c{}'],
  ['a\n  b{}', 'a b{}'],
  ['@media (max-width: 600px){}', '@media (max-width:600px){}'],
])('`%s` and `%s` are the same rule', (first, second) => {
  const [one, other] = [first, second].map((css) => parseStyleSheet(css).first as Rule)
  expect(one && ruleKey(one)).toBe(other && ruleKey(other))
})

test('rules that differ have different keys', () => {
  const keys = ['a b{}', 'a>b{}', 'ab{}', '@media print{}', '@media screen{}'].map((css) =>
    ruleKey(parseStyleSheet(css).first as Rule),
  )
  expect(new Set(keys).size).toBe(5)
  expect(declarationKey(parseOne('color:red'))).not.toBe(declarationKey(parseOne('color:blue')))
})
