import postcss from 'postcss'
import { expect, test } from 'vitest'
import { removeUnusedRules } from '../../src/css/remove-unused-rules.ts'

function drop(css: string, markup: string): string {
  const root = postcss.parse(css)
  removeUnusedRules(root, markup)
  return root.toString()
}

test.each([
  ['[data-ogsb] .panel,[data-ogsb] .rest{a:b}', '<td class="soft panel">', '[data-ogsb] .panel{a:b}'],
  ['[data-ogsc] .ink a{a:b}', '<p class="ink">', ''],
  ['[data-ogsc] .ink a{a:b}', '<p class="ink"><a href="#">', '[data-ogsc] .ink a{a:b}'],
  [
    '@media (prefers-color-scheme:dark){.day{a:b}body,.frame{a:b}}',
    '<p>',
    '@media (prefers-color-scheme:dark){body{a:b}}',
  ],
  [
    '@media (prefers-color-scheme:dark){pre code{a:b}a[href]{a:b}}',
    '<p>',
    '@media (prefers-color-scheme:dark){a[href]{a:b}}',
  ],
])('of %s with %s stays what the email has', (css, markup, expected) => {
  expect(drop(css, markup)).toBe(expected)
})

test('other rules stay: what they name may be a client’s own', () => {
  const css = '.ExternalClass p{a:b}@media (max-width:600px){.wide{a:b}}'
  expect(drop(css, '')).toBe(css)
})

test('a media query goes when it is only for classes of the template that the email does not have', () => {
  const root = postcss.parse(
    '@media (max-width:600px){.column{a:b}}@media (max-width:600px){.column{a:b}.ink{a:b}}@media print{.theirs{a:b}}',
  )
  removeUnusedRules(root, '<td class="ink">', postcss.parse('.column{c:d}.ink{c:d}'))
  expect(root.toString()).toBe('@media (max-width:600px){.column{a:b}.ink{a:b}}@media print{.theirs{a:b}}')
})

test('of a whole page, no rule stays that needs a class of the template which it does not have', () => {
  const root = postcss.parse(
    ':root .rtl .arrow{a:b}.kicker h2,.acc{a:b}.ink img:not(.fitted){a:b}.ExternalClass p{a:b}@media print{.rtl p{a:b}p{a:b}}',
  )
  const inline = postcss.parse('.rtl p,.kicker h2,.fitted,.acc{c:d}')
  removeUnusedRules(root, '<td class="ink acc"><h2>', inline, true)
  expect(root.toString()).toBe('.acc{a:b}.ink img:not(.fitted){a:b}.ExternalClass p{a:b}@media print{p{a:b}}')
})
