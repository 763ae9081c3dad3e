/** Vim and Emacs, run for real, list what `issue check --reporter unix` prints. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findProgram } from './find-program.ts'
import { makeNewsletterWithMistakes, readProblems } from './mistakes.ts'

const here = import.meta.dirname

const hasVim = findProgram('vim', ['--version'], "Vim's quickfix list")
const hasEmacs = findProgram('emacs', ['--version'], "Emacs' compile mode")

/** The settings that the documentation shows. */
function readVimSettings(): string {
  const page = readFileSync(join(here, '../../docs/editor.md'), 'utf8')
  return /```vim\n([\s\S]+?)```/.exec(page)?.[1] ?? ''
}

async function checkMistakes() {
  const newsletter = makeNewsletterWithMistakes()
  const { stdout } = await newsletter.issue('check', '--reporter', 'unix')
  newsletter.write('output.txt', stdout)
  const problems = await readProblems(newsletter)
  expect(problems.length).toBeGreaterThan(8)
  return { newsletter, problems }
}

function runProgram(program: string, args: string[], cwd: string): string {
  const environment = { ...process.env, OUTPUT: 'output.txt', LISTED: 'listed.txt', LC_ALL: 'C.UTF-8' }
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env: environment, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

test.skipIf(!hasVim)('Vim lists every problem with its place, type and text', async () => {
  const { newsletter, problems } = await checkMistakes()
  const settings = readVimSettings()
  expect(settings).toContain('errorformat')
  newsletter.write('settings.vim', settings)
  const list = join(here, 'list-errors.vim')
  runProgram('vim', ['-es', '-u', 'NONE', '-N', '-S', 'settings.vim', '-S', list], newsletter.root)
  const listed = newsletter
    .read('listed.txt')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(listed).toEqual(
    problems.map(({ file, line, column, severity, reason }) => [file, line, column, severity[0], reason]),
  )
})

test.skipIf(!hasEmacs)('Emacs finds every problem with its place', async () => {
  const { newsletter, problems } = await checkMistakes()
  const printed = runProgram('emacs', ['--batch', '-Q', '-l', join(here, 'list-errors.el')], newsletter.root)
  expect(printed.trimEnd().split('\n')).toEqual(
    problems.map(({ file, line, column }) => `${file}:${line}:${column}`),
  )
})
