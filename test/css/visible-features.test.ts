import { describe, expect, test } from 'vitest'
import { extractRequiredNames, extractVisibleFeatures } from '../../src/css/visible-features.ts'

describe('what the selectors of a style sheet look at', () => {
  test.each([
    ['p', [], []],
    ['*', [], []],
    ['.rtl .data thead', ['rtl', 'data'], []],
    ['ul.tasks > li', ['tasks'], []],
    ['#top a', [], ['id']],
    ['td[align="left"]', [], ['align']],
    ['[ALIGN] a[href^=http]', [], ['align', 'href']],
    ['a[title=".x #y"]', [], ['title']],
    ['img:not(.fitted)', ['fitted'], []],
    ['img:not(td[align].x)', ['x'], ['align']],
  ])('%s', (selector, classes, attributes) => {
    expect(extractVisibleFeatures([selector])).toEqual({
      classes: new Set(classes),
      attributes: new Set(attributes),
    })
  })

  test('of several selectors', () => {
    expect(extractVisibleFeatures(['.a', 'p', '[b] .c'])).toEqual({
      classes: new Set(['a', 'c']),
      attributes: new Set(['b']),
    })
  })
})

describe('a selector that looks at more than elements and their ancestors', () => {
  test.each([
    'p + p',
    'li ~ li',
    'td:first-child',
    'tr:nth-child(2n)',
    'div:has(a)',
    'p:not(.rtl p)',
    'p:not(:first-child)',
    'p:not(.a',
    ':is(p, td)',
    'p::before',
    '[style]',
    'a[STYLE*=red] b',
    '.a\\:b',
    '> p',
    'p >',
    'p:',
    'p/**/a',
    'a, b',
    '',
  ])('%s', (selector) => {
    expect(extractVisibleFeatures(['p', selector])).toBeUndefined()
  })
})

describe('the names that a document needs for a selector to match', () => {
  test.each([
    ['p', ['p']],
    ['*', []],
    ['.rtl TD.Data > thead', ['td', 'thead', '.rtl', '.data']],
    ['#top a', ['a']],
    ['a[title=".x #y b"]', ['a']],
    ['[align=left]', []],
    ['img:not(.fitted)', ['img']],
    ['a[title=":not(.x)"]:not(td[align].x) b', ['a', 'b']],
  ])('%s', (selector, names) => {
    expect(extractRequiredNames(selector)).toEqual(names)
  })
})
