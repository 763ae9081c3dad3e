/**
 * A folder a case: `before/`, a newsletter; `command.txt` with what is typed behind `issue new`, a line a run, all in the
 * same folder; `after/`, the files that were written; and `printed.txt`. It is always 8 January 2025, a Wednesday.
 * `npm run case -- new/NAME` runs one; with `UPDATE=1` it rewrites `after/` and `printed.txt`.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runProgram } from '../../src/commands/run-program.ts'
import { expectFile, expectFiles, isUpdate } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'

const here = import.meta.dirname

async function runNew(cwd: string, words: string[], environment: Record<string, string> = {}) {
  let printed = ''
  const stream = (mark: string) => ({
    write: (text: string) => {
      printed += text.replace(/^(?=.)/gm, mark)
    },
  })
  const code = await runProgram(['new', ...words], {
    cwd,
    stdout: stream(''),
    stderr: stream('! '),
    readInput: async () => new Uint8Array(),
    environment,
    version: '0.0.0',
    signal: new AbortController().signal,
    now: () => Date.parse('2025-01-08T12:00:00Z'),
  })
  return { printed: printed.replaceAll(cwd, '<newsletter>'), code }
}

function copy(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'issuepress new-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(here, name, 'before'), folder, { recursive: true })
  return folder
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
}

describe.each(listCases(here))('%s', (name) => {
  test('writes the files of after/ and prints their paths', async () => {
    const folder = copy(name)
    const before = listFiles(folder)
    let printed = ''
    for (const line of readFileSync(join(here, name, 'command.txt'), 'utf8')
      .trim()
      .split('\n')) {
      const { printed: output, code } = await runNew(folder, line.split(' '))
      printed += `$ issue new ${line}\n${output}(exit code ${code})\n\n`
    }
    expectFiles(join(here, name), { 'printed.txt': printed })
    for (const path of before)
      expect(readFileSync(join(folder, path))).toEqual(readFileSync(join(here, name, 'before', path)))
    const written = listFiles(folder).filter((path) => !before.includes(path))
    const after = join(here, name, 'after')
    if (isUpdate) rmSync(after, { recursive: true, force: true })
    for (const path of written) {
      if (isUpdate) mkdirSync(dirname(join(after, path)), { recursive: true })
      expectFile(join(after, path), readFileSync(join(folder, path), 'utf8'))
    }
    expect(listFiles(after)).toEqual(written)
  })
})

describe('--open', () => {
  /** An editor that writes its arguments into a file beside the issue. */
  const recorder = `${JSON.stringify(process.execPath)} -e "fs.writeFileSync(process.argv[2] + '.opened', process.argv[1])" wait`

  test('runs the editor of the environment with its arguments, and waits for it', async () => {
    const folder = copy('polls')
    const { printed, code } = await runNew(folder, ['Coffee', '--open', '--quiet'], {
      VISUAL: recorder,
      EDITOR: 'not-this-one',
    })
    expect([printed, code]).toEqual(['issues/2025-01-14-coffee.md\n', 0])
    expect(readFileSync(join(folder, 'issues/2025-01-14-coffee.md.opened'), 'utf8')).toBe('wait')
  })

  test.each([
    ['no-such-editor --wait', '! issue: Cannot open `no-such-editor`: command not found\n'],
    ['a && b', '! issue: Cannot use `a && b` as the editor: it is more than one command\n'],
    ['false', '! issue: The editor `false` ended with code 1\n'],
  ])('reports that %s did not open, and leaves the file', async (EDITOR, message) => {
    const folder = copy('polls')
    const { printed, code } = await runNew(folder, ['Coffee', '--open', '--quiet'], { EDITOR })
    expect([printed, code]).toEqual([`issues/2025-01-14-coffee.md\n${message}`, 1])
    expect(existsSync(join(folder, 'issues/2025-01-14-coffee.md'))).toBe(true)
  })
})

test('a file that no issue is, is not overwritten', async () => {
  const folder = copy('polls')
  mkdirSync(join(folder, 'issues/2025-01-14-coffee.md'))
  const { printed, code } = await runNew(folder, ['Coffee'])
  expect(code).toBe(2)
  expect(printed).toContain('Cannot write `issues/2025-01-14-coffee.md`')
})
