import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readImage } from '../../src/files/read-image.ts'
import { findNearestImage } from '../../src/images/find-nearest-image.ts'
import { createImageStore } from '../../src/images/image-store.ts'

test.each([
  ['images/a.png', ['images/A.PNG'], 'images/A.PNG'],
  ['images/a.jpeg', ['images/a.gif', 'images/a.jpg'], 'images/a.jpg'],
  ['Images/a.png', ['images/a.png'], 'images/a.png'],
  ['images/team photo.png', ['images/team-photo.png'], 'images/team-photo.png'],
  ['images/team–photo.png', ['images/team_photo.png'], 'images/team_photo.png'],
  ['images/caf\u00e9.png', ['images/cafe\u0301.png'], 'images/cafe\u0301.png'],
  ['images/a b.png', ['images/a\u00a0b.png'], 'images/a\u00a0b.png'],
  ['a.png', ['pictures/a.png', 'old/a.jpg'], 'pictures/a.png'],
  ['images/harbor.png', ['images/harbour.png', 'harbor.svg'], 'harbor.svg'],
  ['images/harbor.png', ['images/harbour.png'], 'images/harbour.png'],
  ['images/chart-2.png', ['images/chart-1.png'], undefined],
  ['images/chart-2.png', ['images/chart-1.png', 'images/chrt-2.png'], 'images/chrt-2.png'],
  ['images/zebra.png', ['images/leak.png', 'other/zebras.png'], undefined],
])('%s among %j is %s', (path, nearby, expected) => {
  expect(findNearestImage(path, nearby)).toBe(expected)
})

/** The note on an issue's picture that is not there, in a newsletter with the given files. */
function readNote(address: string, files: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'nearest-'))
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  const store = createImageStore({
    readImage: (path) => readImage(root, path),
    issuePath: 'issues/one.md',
    slug: 'one',
    column: 600,
    restore: (text) => text,
  })
  const result = store.resolve(address, 'issue')
  return 'note' in result ? result.note : ''
}

test('names the difference between names that look the same', () => {
  expect(readNote('images/caf\u00e9.png', ['issues/images/cafe\u0301.png'])).toMatch(
    /its accents are characters of their own \(Unicode NFD, as macOS writes them\).*write `images\/cafe%CC%81\.png`/,
  )
  expect(readNote('images/cafe\u0301.png', ['issues/images/caf\u00e9.png'])).toMatch(
    /Unicode NFC.*write `images\/caf%C3%A9\.png`/,
  )
  expect(readNote('images/a%20b.png', ['issues/images/a\u00a0b.png'])).toMatch(
    /it has a no-break space \(U\+00A0\) where the address has a space.*write `images\/a%C2%A0b\.png`/,
  )
})

test('looks in the folders where the picture might be, and names nothing else', () => {
  expect(readNote('images/a.png', ['images/a.png'])).toMatch(/write `\.\.\/images\/a\.png`/)
  expect(readNote('a.png', ['pictures/a.png'])).toMatch(/write `\.\.\/pictures\/a\.png`/)
  expect(readNote('../images/a.png', ['issues/images/a.png'])).toMatch(/write `images\/a\.png`/)
  const nothing = ['issues/images/a.md', 'dist/one/images/a.png', 'node_modules/x/a.png', 'b/c/d/a.png']
  expect(readNote('images/a.png', nothing)).toMatch(
    /^Looked for `issues\/images\/a\.png`\. A path is relative/,
  )
})
