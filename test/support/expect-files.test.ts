/** What the cases of all families rely on: a file that no output belongs to fails its case, and an update removes it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { expectFiles } from './expect-files.ts'

function makeCase(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'issuepress-case-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('the files of all outputs are enough', () => {
  const folder = makeCase({ 'input.md': 'x', 'expected.html': '<p>x</p>' })
  expectFiles(folder, { 'expected.html': '<p>x</p>', 'messages.txt': '' }, false)
})

test.each([
  ['of an output that is no more', 'expected.txt', {}],
  ['of an output that is empty', 'messages.txt', { 'messages.txt': '' }],
])('a file %s fails the case, and an update removes it', (_, name, outputs) => {
  const folder = makeCase({ 'input.md': 'x', [name]: '' })
  expect(() => expectFiles(folder, outputs, false)).toThrow('files without an output; UPDATE=1 removes them')
  expectFiles(folder, outputs, true)
  expect(readdirSync(folder)).toEqual(['input.md'])
})

test('an update writes what differs and what is missing', () => {
  const folder = makeCase({ 'input.md': 'x', 'expected.html': 'old' })
  expectFiles(folder, { 'expected.html': 'new', 'messages.txt': 'A message\n' }, true)
  expect(readFileSync(join(folder, 'expected.html'), 'utf8')).toBe('new')
  expect(readFileSync(join(folder, 'messages.txt'), 'utf8')).toBe('A message\n')
})

test('an output whose file would not be found as an orphan is refused', () => {
  expect(() => expectFiles(makeCase({}), { 'output.html': '' }, true)).toThrow('output.html')
})
