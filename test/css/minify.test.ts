import { expect, test } from 'vitest'
import { minifyStyle, minifyStyleSheet } from '../../src/css/minify.ts'
import { parseStyleSheet } from '../../src/css/parse-css.ts'

test.each([
  ['a { color: red; }\n\nb,\n  c {\n  margin: 0 auto;\n}\n', 'a{color:red}b,c{margin:0 auto}'],
  [
    '@media (max-width: 600px) { a { color: red ! important; } }',
    '@media (max-width: 600px){a{color:red!important}}',
  ],
  ['a { background: url( "a;b.png" ); content: "a;  b" }', 'a{background:url( "a;b.png" );content:"a;  b"}'],
])('the style sheet `%s`', (css, expected) => {
  const root = parseStyleSheet(css)
  minifyStyleSheet(root)
  expect(root.toString()).toBe(expected)
})

test.each([
  ['color: red; margin: 0;', 'color:red;margin:0'],
  ['color:red', 'color:red'],
  [
    'margin-top:20px;color:red;border-top:1px solid #d8ccb9;margin:0 0 8px;border:0',
    'color:red;margin:0 0 8px;border:0',
  ],
  ['border:0;border-left:3px solid #d8ccb9', 'border:0;border-left:3px solid #d8ccb9'],
  [
    'border-radius:4px;margin-left:4px;margin:max(4px,1em);border:0',
    'border-radius:4px;margin-left:4px;margin:max(4px,1em);border:0',
  ],
  ['margin-left:4px !important;margin:0', 'margin-left:4px !important;margin:0'],
  ['', ''],
  ['font-family: Arial, sans-serif;\n  color: red ; ', 'font-family:Arial, sans-serif;color:red '],
  [
    'background: url(data:image/png;base64,AA==); color: red',
    'background:url(data:image/png;base64,AA==);color:red',
  ],
])('the style attribute `%s`', (style, expected) => {
  expect(minifyStyle(style)).toBe(expected)
})
