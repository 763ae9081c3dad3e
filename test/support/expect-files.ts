import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** Whether this run rewrites the expected files instead of only comparing them. */
export const isUpdate = process.env.UPDATE === '1'

/** Names that only an output has; every other file in a case's folder is an input. */
const outputName = /^(?:expected\..+|messages\.txt|printed\.txt|taken\.txt)$/

/**
 * Compares the outputs of a case with the files in its folder. An output without a single character has no file, and a
 * file that no output belongs to any more is an error. With `UPDATE=1`, writes the files first and removes such orphans.
 * @param folder the case's folder, absolute
 * @param outputs all outputs of the case by their file name: `expected.html` → its text
 * @param update whether to rewrite the files
 */
export function expectFiles(folder: string, outputs: Record<string, string>, update = isUpdate): void {
  const unnamed = Object.keys(outputs).filter((name) => !outputName.test(name))
  if (unnamed.length > 0) throw new Error(`Not a name of an output: ${unnamed.join(', ')}`)
  if (update) {
    for (const name of findOrphans(folder, outputs)) rmSync(join(folder, name))
    for (const [name, text] of Object.entries(outputs))
      if (text !== '') writeFileSync(join(folder, name), text)
  }
  for (const [name, text] of Object.entries(outputs))
    expect.soft(text, name).toBe(readExpected(join(folder, name), text === '' ? '' : undefined))
  expect(findOrphans(folder, outputs), 'files without an output; UPDATE=1 removes them').toEqual([])
}

/**
 * Compares a text with a file; with `UPDATE=1`, writes the file first.
 * @param path the file with the expected text, absolute
 * @param actual the text that the test came to
 */
export function expectFile(path: string, actual: string): void {
  if (isUpdate) writeFileSync(path, actual)
  expect(actual).toBe(readExpected(path))
}

function findOrphans(folder: string, outputs: Record<string, string>): string[] {
  return readdirSync(folder).filter((name) => outputName.test(name) && !outputs[name])
}

function readExpected(path: string, missing = `(no such file: ${path}; UPDATE=1 writes it)`): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : missing
}
