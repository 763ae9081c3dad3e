/** `issue diff --html`: the page without a browser, and the regions of pictures that differ. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { findChangedRegions } from '../../src/screenshots/find-changed-regions.ts'
import { runHere } from '../cli/newsletter.ts'
import { createRepository } from './repository.ts'

const withoutBrowser = { CHROMIUM_PATH: '/no/such/chromium' }

test('a page has no element of a stranger’s, and says that there are no pictures', async () => {
  const repository = createRepository()
  const folder = join(import.meta.dirname, 'hostile')
  repository.copy(join(folder, 'both'))
  repository.copy(join(folder, 'before'))
  repository.commit()
  repository.copy(join(folder, 'after'))
  const { code, stdout, stderr } = await runHere(['diff', 'main', '--html', 'reports/diff.html'], {
    cwd: repository.place,
    environment: withoutBrowser,
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('1 issue added, 1 changed since main')
  const page = readFileSync(join(repository.place, 'reports/diff.html'), 'utf8')
  expect(page).toContain(
    '<p class="note">There are no pictures of the emails: no Chromium or Chrome was found. Install one, or name it in CHROMIUM_PATH.</p>',
  )
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  const tree: Nodes = fromHtml(page)
  const elements = new Set<string>()
  const addresses: unknown[] = []
  visit(tree, 'element', ({ tagName, properties }) => {
    elements.add(tagName)
    if (properties.href !== undefined || properties.src !== undefined)
      addresses.push(properties.href ?? properties.src)
  })
  expect([...elements].sort()).toEqual(
    'a b body code del h1 h2 h3 h4 head html ins li meta p section small style table tbody td th title tr ul'.split(
      ' ',
    ),
  )
  expect(addresses).toEqual(['#issue-1', '#issue-2'])
})

test('a page that cannot be written is wrong usage', async () => {
  const repository = createRepository()
  repository.copy(join(import.meta.dirname, 'hostile/before'))
  repository.commit()
  repository.write('file', '')
  const { code, stderr } = await repository.issue('diff', 'main', '--html', 'file/diff.html')
  expect(code).toBe(2)
  expect(stderr).toBe('issue: Cannot write `file/diff.html`: there is a file where a folder should be\n')
})

/** Reads a picture from lines of letters, each of which is a pixel. */
function draw(text: string) {
  const lines = text.trim().split(/\s+/)
  const data = Uint32Array.from(lines.join(''), (letter) => letter.charCodeAt(0))
  return { width: lines[0]?.length ?? 0, height: lines.length, data }
}

describe('the regions that differ', () => {
  test('are none of equal pictures', () => {
    const picture = draw('aaaa abba aaaa')
    expect(findChangedRegions(picture, picture)).toEqual({ before: [], after: [] })
  })

  test('are the columns that changed where as many rows did', () => {
    expect(findChangedRegions(draw('aaaa abba abba cccc'), draw('aaaa acba abca cccc'))).toEqual({
      before: [{ x: 1, y: 1, width: 2, height: 2 }],
      after: [{ x: 1, y: 1, width: 2, height: 2 }],
    })
  })

  test('are what came in, and not what moved down', () => {
    expect(findChangedRegions(draw('aaaa bbbb cccc'), draw('aaaa xxxx yyyy bbbb cccc'))).toEqual({
      before: [],
      after: [{ x: 0, y: 1, width: 4, height: 2 }],
    })
  })

  test('are what is gone', () => {
    expect(findChangedRegions(draw('aaaa xxxx bbbb'), draw('aaaa bbbb'))).toEqual({
      before: [{ x: 0, y: 1, width: 4, height: 1 }],
      after: [],
    })
  })
})
