import { expect, test } from 'vitest'
import { createTagPattern } from '../../src/merge-tags/tag-pattern.ts'
import {
  dollarAddresses,
  doubleSquares,
  inlineDialects,
  squareParameters,
  trackLinks,
} from '../../src/targets/dialects.ts'

const pattern = createTagPattern([dollarAddresses, squareParameters, trackLinks, doubleSquares])
const find = (text: string) => [...text.matchAll(pattern)].map(([tag]) => tag)

test('finds tags in addresses behind a text without spaces, of any length', () => {
  const long = '茶'.repeat(300_000)
  const links = `[a](https://foo.org/\${id}) [b](https://foo.org/?n=[NAME]) [c](<[[LEAVE]]>) https://foo.org@TrackLink`
  expect(find(`${long} ${links}`)).toEqual([`\${id}`, '[NAME]', '[[LEAVE]]', '@TrackLink'])
  expect(find(`${long}${links.slice(0, 26)}`)).toEqual([`\${id}`])
})

test('finds none of them elsewhere in a text', () => {
  expect(find(`A \${id}, a [NAME], a [[LEAVE]] and a@TrackLink.`)).toEqual([])
})

test('finds tags that do not begin as their delimiter does', () => {
  const shapes = [/\{\{x\}\}|<<x>>/, /\{?\{x\}/, /(?:\{|<)\{x\}/, /x\}/]
  for (const shape of shapes) {
    const found = [
      ...'{{x}} <<x>> <{x} x}'.matchAll(createTagPattern([{ open: '{{', close: '}}', tags: [shape] }])),
    ]
    expect(found.map(([tag]) => tag)).toEqual('{{x}} <<x>> <{x} x}'.match(new RegExp(shape, 'g')))
  }
})

test('finds tags whose delimiter is a sign of regular expressions, or begins in the middle of a character', () => {
  for (const open of ['-', '--', '^^', ']]', '\\\\', '🎁', '||', '((']) {
    const pattern = createTagPattern([
      { open, close: '>>' },
      { open: '{{', close: '}}' },
    ])
    const text = `a ${open}name>> b {{name}} c`
    expect([...text.matchAll(pattern)].map(([tag]) => tag)).toEqual([`${open}name>>`, '{{name}}'])
  }
})

test('tries the dialects of all providers only at characters that begin a tag', () => {
  expect(createTagPattern(inlineDialects).source.startsWith('(?=')).toBe(true)
})
