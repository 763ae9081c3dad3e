import { expect, test } from 'vitest'
import { expandShorthand } from '../../src/css/expand-shorthand.ts'

test.each([
  ['color', 'red', { color: 'red' }],
  ['background', '#FFF', { 'background-image': 'none', 'background-color': '#FFF' }],
  ['background', 'none', { 'background-image': 'none', 'background-color': 'transparent' }],
  ['background', 'no-repeat center Red', { 'background-image': 'none', 'background-color': 'Red' }],
  [
    'background',
    'url("a;b #000.png") #fff no-repeat',
    { 'background-image': 'url("a;b #000.png") #fff no-repeat', 'background-color': '#fff' },
  ],
  [
    'background',
    'linear-gradient(rgba(0, 0, 0, .5), red) rgb(1, 2, 3)',
    {
      'background-image': 'linear-gradient(rgba(0, 0, 0, .5), red) rgb(1, 2, 3)',
      'background-color': 'rgb(1, 2, 3)',
    },
  ],
  ['font', 'bold 16px/1.5 Arial', { 'font-size': '16px', 'font-weight': 'bold' }],
  ['font', 'italic 600 1.5em "A 20px B"', { 'font-size': '1.5em', 'font-weight': '600' }],
  ['font', '12pt serif', { 'font-size': '12pt', 'font-weight': 'normal' }],
  ['font', 'inherit', {}],
  ['font', 'caption', {}],
])('%s: %s', (property, value, expected) => {
  expect(Object.fromEntries(expandShorthand(property, value))).toEqual(expected)
})
