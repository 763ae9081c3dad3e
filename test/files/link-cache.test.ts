/** Where responses to links are stored between builds. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findCacheFolder, readLinkCache, writeLinkCache } from '../../src/files/link-cache.ts'
import type { LinkCache } from '../../src/network/link-cache.ts'

const cache: LinkCache = {
  'https://a.org/': { at: 1, response: { kind: 'fine' } },
  'https://b.org/': { at: 2, response: { kind: 'moved', to: 'https://c.org/' } },
  'https://d.org/': { at: 3, response: { kind: 'gone', why: '404 Not Found' } },
}

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'issuepress-test-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
  rmSync(findCacheFolder(root), { recursive: true, force: true })
})

test('in `node_modules/` where there is one', async () => {
  mkdirSync(join(root, 'node_modules'))
  await writeLinkCache(root, cache)
  expect(existsSync(join(root, 'node_modules/.cache/issuepress/links.json'))).toBe(true)
  expect(await readLinkCache(root)).toEqual(cache)
})

test('otherwise outside the newsletter, in a folder that no other newsletter has', async () => {
  await writeLinkCache(root, cache)
  expect(dirname(findCacheFolder(root))).toBe(tmpdir())
  expect(findCacheFolder(root)).not.toBe(findCacheFolder(join(root, 'other')))
  expect(await readLinkCache(root)).toEqual(cache)
})

test('what is missing or of another form is an empty cache', async () => {
  expect(await readLinkCache(root)).toEqual({})
  mkdirSync(findCacheFolder(root), { recursive: true })
  for (const text of ['', '[]', 'null', '{"a":1,"b":{"at":1},"c":{"at":1,"response":{"kind":"gone"}}}']) {
    writeFileSync(join(findCacheFolder(root), 'links.json'), text)
    expect(await readLinkCache(root)).toEqual({})
  }
})

test('a write error is ignored', async () => {
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'node_modules/.cache'), 'a file where a folder should be')
  await writeLinkCache(root, cache)
  expect(await readLinkCache(root)).toEqual({})
})
