import { expect, test } from 'vitest'
import { createTagPattern } from '../../src/merge-tags/tag-pattern.ts'
import { dollarAddresses, doubleSquares, squareParameters, trackLinks } from '../../src/targets/dialects.ts'

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
