import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/**
 * Holds a text against a kept file; with `UPDATE=1` writes the file instead.
 * @param path the kept file
 * @param actual what came out
 */
export function expectFile(path: string, actual: string): void {
  if (process.env.UPDATE === '1') writeFileSync(path, actual)
  expect(actual).toBe(
    existsSync(path) ? readFileSync(path, 'utf8') : `(no such file: ${path}; UPDATE=1 writes it)`,
  )
}
