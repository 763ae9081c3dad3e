/** One config with a mistake in `schedule` per file of `mistakes/`, and `messages.txt` with what is reported of each. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { readTextFile } from '../../src/files/read-text-file.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { expectFiles } from '../support/expect-files.ts'

const folder = join(import.meta.dirname, 'mistakes')

test('mistakes in the schedule are reported at their entries', () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => readTextFile(name, { cwd: folder }))
  for (const file of files) {
    validateConfigText(file)
    expect(file.messages, file.path).not.toEqual([])
  }
  expectFiles(folder, {
    'messages.txt': files.map((file) => formatPretty([file], { colour: false })).join(''),
  })
})
