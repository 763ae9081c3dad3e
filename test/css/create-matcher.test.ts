import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { createMatcher } from '../../src/css/create-matcher.ts'
import { findElements } from '../../src/hast/find-element.ts'

const document = fromHtml(
  '<table class="data"><tr><td id="x" class="a b:c" title="d,e" data-ogsc>1</td><td hidden>2</td></tr></table>',
)
const [cell] = findElements(document, 'td')

test.each([
  ['td', true],
  ['TD', true],
  ['#x.a', true],
  ['.b\\:c', true],
  ['[title="d,e"]', true],
  ['[data-ogsc]', true],
  ['.data td', true],
  ['table > td', false],
  ['td:first-child', true],
  ['td + td', false],
  ['td:not([hidden])', true],
  ['td:has(+ td)', true],
  ['td, th', true],
])('whether `%s` matches', (selector, expected) => {
  expect(cell && createMatcher(document)(selector)?.(cell)).toBe(expected)
})

test.each(['td:hover', 'td::before', 'td:after', 'td:no-such-class', 'td >> p', '['])(
  '`%s` is not a selector that a document decides',
  (selector) => {
    expect(createMatcher(document)(selector)).toBeUndefined()
  },
)
