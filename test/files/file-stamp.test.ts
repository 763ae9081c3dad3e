import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFileStamp } from '../../src/files/file-stamp.ts'

const folder = mkdtempSync(join(tmpdir(), 'issuepress-stamp-'))
const repositoryFile = (name: string) => join(import.meta.dirname, '..', '..', name)
afterAll(() => rmSync(folder, { recursive: true }))

test('a file that has not changed has the same stamp, another file another', () => {
  const stamp = readFileStamp(repositoryFile('LICENSE'))
  expect(stamp).toBeTypeOf('string')
  expect(readFileStamp(repositoryFile('LICENSE'))).toBe(stamp)
  expect(readFileStamp(repositoryFile('package.json'))).not.toBe(stamp)
})

test('a file that has just changed has none, since its next change might not show', () => {
  const path = join(folder, 'picture.png')
  writeFileSync(path, 'one')
  expect(readFileStamp(path)).toBeUndefined()
})

test('neither has a file that is not there', () => {
  expect(readFileStamp(join(folder, 'missing.png'))).toBeUndefined()
  expect(readFileStamp(join(repositoryFile('LICENSE'), 'missing.png'))).toBeUndefined()
})
