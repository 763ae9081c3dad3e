import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'

/** What other cases show, or what is bytes and the same in each. */
const same = /^(?:\.github|\.vscode)\/|\.png$/

/**
 * Expects the text files of a folder, and what was printed, to be those of a case; with `UPDATE=1`, writes the case.
 * @param expected the case's folder
 * @param actual the folder that was written
 */
export function expectFolder(expected: string, actual: string, printed: string): void {
  const files = { ...readFiles(actual), 'printed.txt': printed }
  if (process.env.UPDATE === '1') {
    rmSync(expected, { recursive: true, force: true })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(expected, path)), { recursive: true })
      writeFileSync(join(expected, path), text)
    }
  }
  expect(files).toEqual(readFiles(expected))
}

function readFiles(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile() && !same.test(path))
    .sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
