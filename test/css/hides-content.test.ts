import { expect, test } from 'vitest'
import { containsDisplayNone, hidesContent } from '../../src/css/hides-content.ts'

test.each([
  ['display:none', true],
  ['color:red; DISPLAY : NONE !important', true],
  ['visibility:hidden', true],
  ['font-size:0', true],
  ['font-size:0px;color:red', true],
  ['font-size:0.9em', false],
  ['display:block', false],
  ['mso-display:none', false],
  ['', false],
])('whether `%s` hides its element', (style, expected) => {
  expect(hidesContent(style)).toBe(expected)
})

test.each([
  ['display:none', true],
  ['color:red; DISPLAY : NONE !important', true],
  ['display:block', false],
  ['', false],
])('whether `%s` contains `display: none`', (style, expected) => {
  expect(containsDisplayNone(style)).toBe(expected)
})
