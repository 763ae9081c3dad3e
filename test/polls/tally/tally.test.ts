/**
 * A folder a case: a newsletter, the sources of its votes, `command.txt` with what was typed behind `issue poll tally`
 * (a line a run), and `printed.txt`: what was printed, and what stands in the results' file.
 * `npm run case -- polls/tally/NAME` runs one; with `UPDATE=1` it rewrites `printed.txt`.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runProgram } from '../../../src/commands/run-program.ts'
import { parsePollResults } from '../../../src/polls/poll-results.ts'
import { expectFiles } from '../../support/expect-files.ts'
import { listCases } from '../../support/list-cases.ts'

const here = import.meta.dirname

/** Runs the command in a folder; gives back all that it printed. */
async function tally(
  cwd: string,
  line: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<string> {
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
    signal,
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

/** Gives each text file of a folder CRLF, as Git for Windows does, and a byte order mark, as some programs do. */
function writeAsWindows(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|yml|csv|mbox|log)$/.test(path)) continue
    const file = join(folder, path)
    const text = readFileSync(file, 'latin1')
    // An empty file stays empty, and one in UTF-16 has a mark of its own.
    if (text === '' || text.startsWith('\xff\xfe')) continue
    const bytes = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1')
    const hasMark = bytes.subarray(0, 3).equals(mark)
    writeFileSync(file, hasMark ? bytes : Buffer.concat([mark, bytes]))
  }
}
const mark = Buffer.from('\ufeff')

// In the lengths that some of its mails state, the line ends count: test/polls/mbox.test.ts has it with both.
const otherCases = listCases(here).filter((name) => name !== 'mbox-variants')

test.each(otherCases)('%s is counted in the same way with CRLF and a byte order mark', async (name) => {
  const folder = copy(name)
  const lines = readFileSync(join(folder, 'command.txt'), 'utf8').trim().split('\n')
  writeAsWindows(folder)
  let printed = ''
  for (const line of lines) printed += `${await tally(folder, line)}\n`
  const results = join(folder, 'issues/polls/sora.feedback.json')
  if (existsSync(results)) printed += readFileSync(results, 'utf8')
  expect(printed).toBe(readFileSync(join(here, name, 'printed.txt'), 'utf8'))
})

test('the order of the sources does not matter', async () => {
  const folder = copy('csv')
  await tally(folder, 'sora feedback --csv clicks.csv --csv form.csv')
  const one = readFileSync(join(folder, 'issues/polls/sora.feedback.json'), 'utf8')
  await tally(folder, 'sora feedback --csv form.csv --csv clicks.csv')
  expect(readFileSync(join(folder, 'issues/polls/sora.feedback.json'), 'utf8')).toBe(one)
})

test.each(['--log access.log', '--csv form.csv'])(
  'an interruption while %s is read writes no results',
  async (source) => {
    const folder = copy('renamed')
    const printed = await tally(folder, `sora feedback ${source}`, AbortSignal.abort())
    expect(printed).toBe(`$ issue poll tally sora feedback ${source}\n(exit code 130)\n`)
    expect(existsSync(join(folder, 'issues/polls'))).toBe(false)
  },
)

test('a count that has fewer votes than the one before reports it', async () => {
  const folder = copy('odd-logs')
  writeFileSync(join(folder, 'one.csv'), 'vote\nloved-it\n')
  await tally(folder, 'sora feedback --csv one.csv')
  expect(await tally(folder, 'sora feedback --log others.log')).toContain(
    'There was 1 vote before: each tally',
  )
})

test('more votes than can be counted are an error', async () => {
  const folder = copy('csv')
  writeFileSync(join(folder, 'many.csv.gz'), gzipSync(`vote\n${'1\n'.repeat(1_000_001)}`))
  expect(await tally(folder, 'sora feedback --csv many.csv.gz')).toContain(
    'issue: Cannot count the votes: `many.csv.gz` has more than 1,000,000 of them\n',
  )
})

describe('what is too long to be a vote', () => {
  const long = 'x'.repeat(1_100_000)

  test('is a mail that is skipped, counted and named', async () => {
    const folder = copy('mbox')
    const [, ada = '', ...others] = readFileSync(join(folder, 'replies.mbox'), 'utf8').split(/^(?=From )/m)
    writeFileSync(join(folder, 'replies.mbox'), [ada.replace('To:', `X: ${long}\nTo:`), ...others].join(''))
    const printed = await tally(folder, 'sora feedback --mbox replies.mbox')
    expect(printed).toContain(
      'replies.mbox: 1 mail skipped, whose header is longer than 1 MB; the first is mail 1, at byte 1\n(exit code 0)',
    )
  })

  test('is a line of a log that is counted once', async () => {
    const folder = copy('odd-logs')
    const log = readFileSync(join(folder, 'others.log'), 'utf8')
    writeFileSync(join(folder, 'long.log'), `${log.trimEnd()}\n${long}${long}\n${log}`)
    expect(await tally(folder, 'sora feedback --log long.log')).toContain(
      'long.log: no vote for this poll in 3 lines\nlong.log: 1 line could not be parsed, the first is line 2\n',
    )
  })

  test.each([
    ['a row', 2, `vote,email\nloved-it,"${long}\n`],
    ['the first row', 1, `vote,${long}`],
    ['a row behind others', 4, `vote,email\nloved-it,a\n\nloved-it,b\nloved-it,"${long}\n`],
  ])('is %s of a CSV', async (_, row, csv) => {
    const folder = copy('csv')
    writeFileSync(join(folder, 'long.csv'), csv)
    expect(await tally(folder, 'sora feedback --csv long.csv')).toContain(
      `issue: Cannot read \`long.csv\`: row ${row} is longer than 1 MB. Is a quotation mark missing at the end of one of its cells?\n(exit code 2)`,
    )
  })
})
