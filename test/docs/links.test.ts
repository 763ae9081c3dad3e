/** Every link between the pages leads to a file that is there, and to a place in it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listAnchors, listCode, listLinks, readPage, readPages, root } from './pages.ts'

const pages = readPages()
const links = pages.flatMap((page) => listLinks(page).map((link) => ({ from: page.path, ...link })))

test('links are found at all', () => {
  expect(links.length).toBeGreaterThan(30)
})

test('every link leads to a file that is there', () => {
  const dead = links.filter(({ path }) => !existsSync(join(root, path)))
  expect(dead.map(({ from, url }) => `${from}: ${url}`)).toEqual([])
})

test('every anchor is there', () => {
  const withAnchor = links.filter(({ path, anchor }) => anchor !== '' && path.endsWith('.md'))
  const paths = new Set(withAnchor.map(({ path }) => path))
  const anchors = new Map([...paths].map((path) => [path, listAnchors(readPage(path))]))
  const dead = withAnchor.filter(({ path, anchor }) => !anchors.get(path)?.has(anchor))
  expect(dead.map(({ from, url }) => `${from}: ${url}`)).toEqual([])
})

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const path of reached)
    for (const link of links) if (link.from === path && link.path.endsWith('.md')) reached.add(link.path)
  expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([])
})

test.each(['CONTRIBUTING.md', 'docs/architecture.md'])(
  'every file of the repository that %s names is there',
  (path) => {
    const named = listCode(readPage(path)).spans.filter((span) => /^[\w.-]+\/[\w./-]*$/.test(span))
    const real = named.filter(
      (span) => !/NAME|^(?:lib|dist|node_modules|issues|issuepress|test\/failures)\//.test(span),
    )
    expect(real.length).toBeGreaterThan(10)
    const isThere = (span: string) =>
      ['', 'src', 'test'].some((folder) => existsSync(join(root, folder, span)))
    expect(real.filter((span) => !isThere(span))).toEqual([])
  },
)
