import { expect, test } from 'vitest'
import { findModernColour, findSpacedColour } from '../../src/css/colour-syntax.ts'

test.each([
  ['color:rgb(0 0 0)', 'rgb(0 0 0)'],
  ['color:RGBA( 0 0 0 / 50% )', 'RGBA( 0 0 0 / 50% )'],
  ['border:1px solid hsl(0 0% 0%)', 'hsl(0 0% 0%)'],
  ['color:rgb(0, 0, 0)', undefined],
  ['color:rgba(0,0,0,.5)', undefined],
  ['color:#000', undefined],
])('a colour with spaces in `%s`', (css, expected) => {
  expect(findSpacedColour(css)).toBe(expected)
})

test.each([
  ['color:oklch(50% 0 0)', 'oklch('],
  ['color:Color(srgb 0 0 0)', 'Color('],
  ['color:hwb(0 0% 0%)', 'hwb('],
  ['color:rgb(0 0 0)', undefined],
  ['background-color:red', undefined],
])('a modern colour in `%s`', (css, expected) => {
  expect(findModernColour(css)).toBe(expected)
})
