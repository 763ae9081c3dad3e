/**
 * A folder a case: `input.md`, a whole issue with every part that the layouts print words around, and its plaintext by both
 * shipped templates: `expected.txt` by `default`, `expected.letter.txt` by `letter`. `npm run case -- plaintext/NAME` runs
 * one; with `UPDATE=1` it rewrites the files.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/render/render.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'
import { loadCase } from '../support/load-case.ts'

async function printWith(folder: string, template: string): Promise<string> {
  const { settings, templates, file, readFile } = await loadCase(folder)
  const chosen = { ...settings, template }
  const themes = createThemes(templates, chosen)
  const { email } = await render(file, { settings: chosen, themes, readImage: readFile, checks: [] })
  expect(file.messages.map(String)).toEqual([])
  return email.text
}

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('prints as its plaintext', async () => {
    const folder = join(import.meta.dirname, name)
    expectFiles(folder, {
      'expected.txt': await printWith(folder, 'default'),
      'expected.letter.txt': await printWith(folder, 'letter'),
    })
  })
})
