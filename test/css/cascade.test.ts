import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { createCascade } from '../../src/css/cascade.ts'
import { findElements } from '../../src/hast/find-element.ts'

/** What wins for the first `<p>`, as `property: value`. */
function resolve(head: string, p = '<p class="a">', scheme: 'light' | 'dark' = 'light'): string[] {
  const document = fromHtml(`<html><head>${head}</head><body>${p}</body></html>`)
  const [element] = findElements(document, 'p')
  if (!element) throw new Error('There is no <p>')
  return [...createCascade(document).resolve(element, scheme)].map(([name, value]) => `${name}: ${value}`)
}

test.each([
  ['p{color:red}', '<p>', ['color: red']],
  ['P{COLOR:Red}', '<p>', ['color: Red']],
  ['p{color:red}p{color:blue}', '<p>', ['color: blue']],
  ['.a{color:red}p{color:blue}', '<p class="a">', ['color: red']],
  ['p{color:red}', '<p style="color:blue">', ['color: blue']],
  ['p{color:red!important}', '<p style="color:blue">', ['color: red']],
  ['p{color:red!important}', '<p style="color:blue ! important">', ['color: blue']],
  ['p{color:red!important}.a{color:blue}', '<p class="a">', ['color: red']],
  ['/* p{color:red} */p{color:/**/blue}', '<p>', ['color: blue']],
  [
    'p{background-color:red}',
    '<p style="background:none">',
    ['background-color: transparent', 'background-image: none'],
  ],
  ['p:hover,p::before{color:red}', '<p>', []],
  ['b,p{color:red}', '<p>', ['color: red']],
  ['.a\\:b{color:red}', '<p class="a:b">', ['color: red']],
  ['p[title="a,b"]{color:red}', '<p title="a,b">', ['color: red']],
  ['p{margin:0}', '<p style="padding:0">', []],
  ['p{color:red', '<p style="color:&quot;blue">', []],
  ['@media print{p{color:red}}', '<p>', []],
  ['@media (max-width:600px){p{color:red}}', '<p>', []],
  ['@supports (color:red){p{color:red}}', '<p>', []],
  ['@media screen{p{color:red}}', '<p>', ['color: red']],
])('`%s` and `%s`', (css, p, expected) => {
  expect(resolve(`<style>${css}</style>`, p).sort()).toEqual(expected)
})

test('rules for dark mode apply in dark mode alone', () => {
  const head =
    '<style>p{color:red}@media (prefers-color-scheme:dark){p{color:pink}}</style><style media="(prefers-color-scheme: dark)">p{opacity:0.9}</style>'
  expect(resolve(head, '<p>')).toEqual(['color: red'])
  expect(resolve(head, '<p>', 'dark')).toEqual(['color: pink', 'opacity: 0.9'])
})

test.each([
  ['<meta name="color-scheme" content="light dark">', true],
  ['<style>:root{color-scheme:light dark}</style>', true],
  ['<style>@media (prefers-color-scheme:dark){p{color:red}}</style>', true],
  ['<meta name="color-scheme" content="light">', false],
  ['<style>p{color:red}</style>', false],
])('whether %s supports dark mode', (head, expected) => {
  expect(createCascade(fromHtml(head)).supportsDark).toBe(expected)
})
