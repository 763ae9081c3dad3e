/** Where the links of addresses without Markdown syntax are in the source. */
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/parse/markdown.ts'

/** The source of each link and of each text, with the line and column where it starts. */
function findPlaces(source: string): string[] {
  const places: string[] = []
  visit(parseMarkdown(source), (node) => {
    if ((node.type !== 'link' && node.type !== 'text') || !node.position) return
    const { start, end } = node.position
    places.push(`${start.line}:${start.column} ${node.type} ${source.slice(start.offset, end.offset)}`)
  })
  return places
}

test('an address and the text after it are at their places', () => {
  expect(findPlaces('詳しくは\nhttps://foo.org/barをご覧')).toEqual([
    '1:1 text 詳しくは\n',
    '2:1 link https://foo.org/bar',
    '2:1 text https://foo.org/bar',
    '2:20 text をご覧',
  ])
})

test('a mail address in a quote of several lines is at its place', () => {
  expect(findPlaces('> Write\n> to info@foo.org or\n> www.foo.org')).toEqual([
    '1:3 text Write\n> to ',
    '2:6 link info@foo.org',
    '2:6 text info@foo.org',
    '2:18 text  or\n',
    '3:3 link www.foo.org',
    '3:3 text www.foo.org',
  ])
})

test('an address written with an escape has no place', () => {
  expect(findPlaces('to a\\_b@foo.org')).toEqual([])
})
