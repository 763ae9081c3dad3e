/**
 * A folder a case: a newsletter, the sources of its votes, `command.txt` with what was typed behind `issue poll tally`
 * (a line a run), and `printed.txt`: what was printed, and what stands in the results' file.
 * `npm run case -- polls/tally/NAME` runs one; with `UPDATE=1` it rewrites `printed.txt`.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runProgram } from '../../../src/commands/run-program.ts'
import { parsePollResults } from '../../../src/polls/poll-results.ts'
import { expectFiles } from '../../support/expect-files.ts'
import { listCases } from '../../support/list-cases.ts'

const here = import.meta.dirname

/** Runs the command in a folder; gives back all that it printed. */
async function tally(cwd: string, line: string): Promise<string> {
  let printed = ''
  const write = (text: string) => {
    printed += text
  }
  const stream = { write }
  const code = await runProgram(['poll', 'tally', ...line.split(' '), '--no-color'], {
    cwd,
    stdout: stream,
    stderr: stream,
    readInput: async () => new Uint8Array(),
    environment: {},
    version: '0.0.0',
    signal: new AbortController().signal,
    now: () => 0,
  })
  return `$ issue poll tally ${line}\n${printed}(exit code ${code})\n`
}

function copy(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'issuepress tally-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(here, name), folder, { recursive: true })
  return folder
}

describe.each(listCases(here))('%s', (name) => {
  test('prints its count and writes the results', async () => {
    const folder = copy(name)
    const lines = readFileSync(join(folder, 'command.txt'), 'utf8').trim().split('\n')
    let printed = ''
    for (const line of lines) printed += `${await tally(folder, line)}\n`
    const results = join(folder, 'issues/polls/sora.feedback.json')
    if (existsSync(results)) {
      const text = readFileSync(results, 'utf8')
      expect(parsePollResults(text)).toEqual(JSON.parse(text))
      printed += text
    }
    expectFiles(join(here, name), { 'printed.txt': printed })
  })
})

test('the order of the sources does not matter', async () => {
  const folder = copy('csv')
  await tally(folder, 'sora feedback --csv clicks.csv --csv form.csv')
  const one = readFileSync(join(folder, 'issues/polls/sora.feedback.json'), 'utf8')
  await tally(folder, 'sora feedback --csv form.csv --csv clicks.csv')
  expect(readFileSync(join(folder, 'issues/polls/sora.feedback.json'), 'utf8')).toBe(one)
})
