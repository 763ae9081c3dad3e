import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isUpdate } from './expect-files.ts'

/** The README's path, absolute. */
export const readmePath = join(import.meta.dirname, '..', '..', 'README.md')

/**
 * Compares a text with what the README has between `<!-- begin: NAME -->` and `<!-- end: NAME -->`; with `UPDATE=1`,
 * writes it there first.
 * @param name the section's name
 * @param actual its text, without the empty lines around it
 */
export function expectSection(name: string, actual: string): void {
  const [begin, end] = [`<!-- begin: ${name} -->\n`, `<!-- end: ${name} -->`]
  const readme = readFileSync(readmePath, 'utf8')
  const [before, rest] = readme.split(begin)
  const [expected, after] = (rest ?? '').split(end)
  expect(after, `the end of the section ${name}`).toBeDefined()
  if (isUpdate) writeFileSync(readmePath, `${before}${begin}\n${actual}\n\n${end}${after}`)
  else expect(`\n${actual}\n\n`).toBe(expected)
}
