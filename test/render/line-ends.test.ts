/**
 * Git for Windows writes CRLF, and some editors begin a file with a byte order mark: each case of this folder renders to
 * the same bytes and messages with them, from the disk and through the API.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/render/render.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { listCases } from '../support/list-cases.ts'
import { type LoadedCase, loadCase } from '../support/load-case.ts'


const textFiles = new Set(['.md', '.yml', '.html', '.txt', '.css'])

/** Copies a case, with CRLF and a byte order mark in each of its text files. */
function copyAsWindows(folder: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'line-ends-')), 'case')
  cpSync(folder, copy, { recursive: true })
  for (const path of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!textFiles.has(extname(path))) continue
    const file = join(copy, path)
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8').replace(/\r?\n/g, '\r\n')}`)
  }
  return copy
}

async function renderCase({ config, settings, templates, readFile }: LoadedCase, file: VFile) {
  const { email } = await render(file, {
    settings,
    themes: createThemes(templates, settings),
    readImage: readFile,
    readResults: readFile,
    checks: [],
    slugOf: (path) => (path === 'issues/other.md' ? 'other' : undefined),
  })
  const messages = [config, file, ...templates.values()].flatMap((one) => one.messages.map(String))
  return { html: email.html, text: email.text, messages }
}

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('renders to the same with CRLF and a byte order mark', async () => {
    const folder = join(import.meta.dirname, name)
    const usual = await loadCase(folder)
    const expected = await renderCase(usual, usual.file)
    // A config that is a program imports modules by paths from its folder.
    if (!existsSync(join(folder, 'issue.config.ts'))) {
      const windows = await loadCase(copyAsWindows(folder))
      expect(await renderCase(windows, windows.file)).toEqual(expected)
    }
    const value = `\ufeff${String(usual.file).replace(/\r?\n/g, '\r\n')}`
    const again = await loadCase(folder)
    expect(await renderCase(again, new VFile({ path: usual.file.path, value }))).toEqual(expected)
  })
})
