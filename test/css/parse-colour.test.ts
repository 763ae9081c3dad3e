import { expect, test } from 'vitest'
import { contrastRatio, toHex } from '../../src/css/contrast.ts'
import { blendColours, findColour, parseColour } from '../../src/css/parse-colour.ts'

test.each([
  ['#0F766e', '#0f766e', 1],
  ['#fff', '#ffffff', 1],
  ['#ff000080', '#ff0000', 0.502],
  ['#f008', '#ff0000', 0.533],
  ['ff0000', '#ff0000', 1],
  [' RebeccaPurple ', '#663399', 1],
  ['transparent', '#000000', 0],
  ['rgb(15, 118, 110)', '#0f766e', 1],
  ['RGBA(15,118,110,.5)', '#0f766e', 0.5],
  ['rgb(15 118 110 / 50%)', '#0f766e', 0.5],
  ['rgb(100%, 0%, 50%)', '#ff0080', 1],
  ['rgb(300, -1, 0)', '#ff0000', 1],
  ['hsl(0, 100%, 50%)', '#ff0000', 1],
  ['hsl(240deg 100% 25% / .25)', '#000080', 0.25],
])('%s', (value, hex, alpha) => {
  const colour = parseColour(value)
  expect(colour && toHex(colour.rgb)).toBe(hex)
  expect(colour?.alpha).toBeCloseTo(alpha, 3)
})

test.each([
  '',
  'currentcolor',
  'inherit',
  '#12345',
  '#ggg',
  'rgb(1, 2)',
  'rgb(a, b, c)',
  'oklch(50% 0 0)',
  'var(--a)',
  'redd',
])('`%s` is not a colour', (value) => {
  expect(parseColour(value)).toBeUndefined()
})

test.each([
  ['#fff', '#fff'],
  ['url("a b.png") no-repeat #FFF', '#FFF'],
  ['rgba(0, 0, 0, .5) url(red.png)', 'rgba(0, 0, 0, .5)'],
  ['linear-gradient(red, rgb(0, 0, 0)) Navy', 'Navy'],
  ['url(red.png)', undefined],
])('the colour in `%s`', (value, expected) => {
  expect(findColour(value)).toBe(expected)
})

test('a translucent colour is mixed with its background', () => {
  expect(blendColours({ rgb: [0, 0, 0], alpha: 0.25 }, [255, 255, 255])).toEqual([191.25, 191.25, 191.25])
  expect(toHex([191.25, 0, 255])).toBe('#bf00ff')
})

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#000000', 21],
  ['#777777', '#777777', 1],
  // Known from the examples of WCAG's tools.
  ['#767676', '#ffffff', 4.54],
  ['#0000ff', '#ffffff', 8.59],
])('the contrast of %s and %s', (first, second, expected) => {
  const [one, other] = [first, second].map((value) => parseColour(value)?.rgb)
  expect(one && other && contrastRatio(one, other)).toBeCloseTo(expected, 2)
})
