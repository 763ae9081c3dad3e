/** Opening a file in the editor: a real program, that writes down what it was given. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Preview } from '../../src/preview/start-preview.ts'
import { request } from './request.ts'
import { openSample, type Sample, sora } from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'issuepress editor '))
const written = join(folder, 'written.txt')
let sample: Sample
let preview: Preview | undefined

beforeAll(async () => {
  sample = await openSample()
})
afterEach(async () => {
  await preview?.close()
  rmSync(written, { force: true })
})
afterAll(async () => {
  await sample.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A program of a name that launch-editor knows the arguments of. */
function makeEditor(name: string, then = ''): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${written}.new'\nmv '${written}.new' '${written}'\n${then}\n`,
  )
  chmodSync(path, 0o755)
  return path
}

async function open(editor: string, place: object) {
  preview = await sample.startPreview({ editor })
  const { status, body } = await request(`${preview.url}/open`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: preview.url },
    body: JSON.stringify(place),
  })
  return { status, body: Buffer.from(body, 'latin1').toString() }
}

test('opens the file at its line', async () => {
  const response = await open(`'${makeEditor('code')}' --wait`, { file: sora, line: 13, column: 5 })
  expect(response).toEqual({ status: 200, body: '' })
  expect(readFileSync(written, 'utf8')).toBe(`--wait\n-r\n-g\n${sample.root}/${sora}:13:5\n`)
})

test('does not wait for an editor that stays', async () => {
  const response = await open(`'${makeEditor('subl', 'exec sleep 4')}'`, {
    file: sora,
    line: 13,
    column: null,
  })
  expect(response.status).toBe(200)
  expect(readFileSync(written, 'utf8')).toBe(`${sample.root}/${sora}:13:1\n`)
})

test('opens a file without a line', async () => {
  await open(`'${makeEditor('code')}'`, { file: 'issue.config.yml' })
  expect(readFileSync(written, 'utf8')).toBe(`${sample.root}/issue.config.yml\n`)
})

test.each(['../outside.md', '/etc/passwd', 'issues/../../x', 'issuepress/templates/default/layout.html'])(
  'never opens %s',
  async (file) => {
    const response = await open(`'${makeEditor('code')}'`, { file, line: 1 })
    expect(response).toEqual({ status: 404, body: `\`${file}\` is not a file of this newsletter.` })
    expect(existsSync(written)).toBe(false)
  },
)

test.each([
  ['there is no such command', 'no-such-editor', 'Cannot open `no-such-editor`: command not found.'],
  ['it fails', 'failing', 'Cannot open `failing`: it ended with code 3.'],
  ['it needs a terminal', 'vim', 'Cannot open `vim` from here: it needs its own terminal.'],
  [
    'it is more than one command',
    'code && rm -rf x',
    'Cannot use `code && rm -rf x` as the editor: it is more than one command.',
  ],
])('says so when %s', async (_, editor, words) => {
  const command = editor === 'failing' ? `'${makeEditor('failing', 'exit 3')}'` : editor
  const { status, body } = await open(command, { file: sora, line: 1 })
  expect(status).toBe(502)
  expect(body.replace(`${folder}/`, '')).toContain(words)
  expect(body).toContain('--editor')
  expect(sample.errors).toEqual([])
})
