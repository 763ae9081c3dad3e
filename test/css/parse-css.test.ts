import { expect, test } from 'vitest'
import {
  countDeclarations,
  directDeclarations,
  listTemplateProperties,
  parseDeclarations,
  parseProperties,
  parseStyleSheet,
} from '../../src/css/parse-css.ts'

test.each([
  ['', []],
  ['color:red', ['color: red']],
  [' color : red ; ; margin:0;', ['color: red', 'margin: 0']],
  ['COLOR:RED', ['COLOR: RED']],
  ['color:red!important', ['color: red !']],
  ['color:red ! IMPORTANT', ['color: red !']],
  [
    'background:url(data:image/png;base64,AA==);color:red',
    ['background: url(data:image/png;base64,AA==)', 'color: red'],
  ],
  [`content:"a;b:c";color:red`, ['content: "a;b:c"', 'color: red']],
  [`font-family:'a\\';b';color:red`, [`font-family: 'a\\';b'`, 'color: red']],
  ['/* color:red; */margin:0', ['margin: 0']],
  ['color:/* not blue */red', ['color: red']],
  ['--Accent: Red', ['--Accent: Red']],
  ['color:red;a:hover{color:blue}', ['color: red', 'color: blue']],
  ['color:"red', []],
  ['color:red}', []],
])('declarations of `%s`', (style, expected) => {
  const found = parseDeclarations(style)
  expect(found.map(({ prop, value, important }) => `${prop}: ${value}${important ? ' !' : ''}`)).toEqual(
    expected,
  )
})

test('of two declarations of a property the last counts', () => {
  expect(parseProperties('color:red;margin:0;color:blue')).toEqual(
    new Map([
      ['color', 'blue'],
      ['margin', '0'],
    ]),
  )
})

test.each([
  ['color:red; {% if wide %}width:600px{% endif %}', ['color', 'width']],
  ['color:{{ theme.accent }};margin:0', ['color', 'margin']],
  ['', []],
])('properties of the template’s `%s`', (style, expected) => {
  expect([...listTemplateProperties(style)]).toEqual(expected)
})

test.each([
  ['a{color:red}', 1],
  ['a{color:red;b{margin:0}}/* c{d:e} */@media print{f{g:h}}', 3],
  ['a{}', 0],
  ['a{color:red', 0],
])('how many declarations `%s` has', (css, expected) => {
  expect(countDeclarations(parseStyleSheet(css))).toBe(expected)
})

test('declarations of nested rules are not those of the rule', () => {
  const rule = parseStyleSheet('a{color:red;b{margin:0}}').first
  expect(rule?.type === 'rule' && directDeclarations(rule).map(String)).toEqual(['color:red'])
})

test('source maps are not loaded', () => {
  const css = 'a{color:red}/*# sourceMappingURL=data:text/x,broken */'
  expect(countDeclarations(parseStyleSheet(css))).toBe(1)
})
