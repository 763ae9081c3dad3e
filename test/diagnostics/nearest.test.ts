import { expect, test } from 'vitest'
import { nearest } from '../../src/diagnostics/nearest.ts'

test.each([
  ['logoo', ['logo', 'logo-dark'], 'logo'],
  ['ulr', ['url', 'use'], 'url'],
  ['ur', ['url', 'title'], 'url'],
  ['lgo', ['logo', 'width'], 'logo'],
  ['uri', ['url', 'title'], 'url'],
])('the nearest of names to `%s`', (name, known, expected) => {
  expect(nearest(name, known)).toBe(expected)
})

test.each([
  ['foo', ['logo', 'width']],
  ['bar', ['wide', 'near']],
  ['colour-of-links', ['logo', 'link-colour']],
])('no name is near to `%s`', (name, known) => {
  expect(nearest(name, known)).toBe(undefined)
})
