import { expect, test } from 'vitest'
import { mergeQueries } from '../../src/css/merge-queries.ts'
import { minifyStyleSheet } from '../../src/css/minify.ts'
import { parseStyleSheet } from '../../src/css/parse-css.ts'

const phone = '@media (max-width:600px)'
const dark = '@media (prefers-color-scheme:dark)'

test.each([
  [
    'joins two queries',
    `${phone}{a{margin:0}}p{color:red}${phone}{b{margin:1px}}`,
    `${phone}{a{margin:0}b{margin:1px}}p{color:red}`,
  ],
  [
    'removes a rule that a later one overrides',
    `${phone}{h1{font-size:30px!important}b{margin:0}}${phone}{h1{font-size:26px!important;line-height:32px}}`,
    `${phone}{b{margin:0}h1{font-size:26px!important;line-height:32px}}`,
  ],
  [
    'keeps a rule that a later one overrides only in part',
    `${phone}{a{margin:0;color:red}}${phone}{a{margin:1px}}`,
    `${phone}{a{margin:0;color:red}a{margin:1px}}`,
  ],
  [
    'keeps a rule that is more important than a later one',
    `${phone}{a{margin:0!important}}${phone}{a{margin:1px}}`,
    `${phone}{a{margin:0!important}a{margin:1px}}`,
  ],
  [
    'leaves a query below a rule that sets the same property',
    `${phone}{a{color:red}}a{margin:0}${phone}{a{margin-left:1px}}`,
    `${phone}{a{color:red}}a{margin:0}${phone}{a{margin-left:1px}}`,
  ],
  [
    'joins queries for dark mode across the rules of Outlook, which does not know them',
    `${dark}{a{color:red}}[data-ogsc] b{color:red}${dark}{b{color:blue}}`,
    `${dark}{a{color:red}b{color:blue}}[data-ogsc] b{color:red}`,
  ],
  [
    'leaves queries for phones below those rules',
    `${phone}{a{color:red}}[data-ogsc] b{color:red}${phone}{b{color:blue}}`,
    `${phone}{a{color:red}}[data-ogsc] b{color:red}${phone}{b{color:blue}}`,
  ],
])('%s', (_, css, expected) => {
  const sheet = parseStyleSheet(css)
  mergeQueries(sheet)
  minifyStyleSheet(sheet)
  expect(sheet.toString()).toBe(expected)
})
