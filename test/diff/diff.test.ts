/**
 * `issue diff`: a folder per case, with the newsletter `before` (committed) and `after` (the working tree), and what is printed
 * in each form.
 */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'
import { createRepository } from './repository.ts'

test.each(listCases(import.meta.dirname))('%s', async (name) => {
  const folder = join(import.meta.dirname, name)
  const repository = createRepository()
  const place = (state: string) => {
    repository.clear()
    const shared = join(folder, 'both')
    for (const source of [shared, join(folder, state)])
      if (existsSync(source)) cpSync(source, repository.place, { recursive: true })
  }
  place('before')
  repository.commit()
  place('after')
  const before = repository.git('status', '--porcelain')
  const printed: Record<string, string> = {}
  for (const [file, reporter] of [
    ['expected.txt', 'pretty'],
    ['expected.json', 'json'],
    ['expected.md', 'markdown'],
  ] as const) {
    const { code, stdout, stderr } = await repository.issue('diff', 'main', '--reporter', reporter)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    printed[file] = stdout
  }
  expectFiles(folder, printed)
  expect(repository.git('status', '--porcelain')).toBe(before)
})
